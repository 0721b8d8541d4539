import { readFile } from 'node:fs/promises';
import { verify as verifyReceipt } from '@consentry/receipts';
import { CommandError } from '../command-error.js';

/**
 * `consentry verify RECEIPT --keys KEYS`: says whether a receipt is what a trusted key signed. Reads
 * files only; the keys are the site's published ones, fetched by whoever verifies.
 */
export async function verify(
  file: string,
  keysFile: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const receipt = await readJson(file);
  const keys = keysFile === undefined ? [] : ((await readJson(keysFile)) as { keys?: unknown[] }).keys;
  if (!Array.isArray(keys))
    throw new CommandError(`${keysFile}: holds no keys; expected { "keys": [ … ] }.`, 2);
  const result = await verifyReceipt(receipt, keys);
  if (!result.ok) {
    const advice =
      keysFile === undefined ? ' Name the keys you trust with --keys; the site publishes its own.' : '';
    throw new CommandError(`${file}: ${result.code}: ${result.reason}${advice}`, 1);
  }
  const { record, issuer, receivedAt } = result.receipt;
  print(`${file} is genuine: ${issuer} signed it.`);
  print(`Record     ${record.id}`);
  print(`Given at   ${record.givenAt} by the visitor's clock`);
  print(`Received   ${receivedAt}`);
  for (const [id, status] of Object.entries(record.statuses)) print(`Status     ${id}: ${status}`);
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandError(`${file}: cannot be read (${(cause as NodeJS.ErrnoException).code}).`, 2);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${file}: is not JSON.`, 1);
  }
}
