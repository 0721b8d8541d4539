import { verifyCheckpoint, verifyProof, verify as verifyReceipt } from '@consentry/receipts';
import { CommandError } from '../command-error.js';
import { readJson, readKeys, readText } from '../read-file.js';

/**
 * `consentry verify FILE --keys KEYS`: says whether a receipt, a proof or a checkpoint is what a trusted key
 * signed. Reads files only; the keys are the site's published ones, fetched by whoever verifies.
 */
export async function verify(
  file: string,
  keysFile: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const text = await readText(file);
  if (/\n\u2014 /.test(text) && !text.trimStart().startsWith('{')) {
    const result = await verifyCheckpoint(text, await readKeys(keysFile));
    if (!result.ok) throw refusal(file, result, keysFile);
    const { origin, size, root } = result.checkpoint;
    print(`${file} is genuine: the key of ${origin} signed it.`);
    print(`Size       ${size}`);
    print(`Root       ${Buffer.from(root).toString('hex')}`);
    return;
  }
  const value = await readJson(file);
  const isProof = /^consentry-proof-/.test(String((value as { schema?: unknown } | null)?.schema));
  const result = await (isProof ? verifyProof : verifyReceipt)(value, await readKeys(keysFile));
  if (!result.ok) throw refusal(file, result, keysFile);
  const { record, issuer, receivedAt } = 'proof' in result ? result.proof.receipt : result.receipt;
  print(`${file} is genuine: ${issuer} signed it.`);
  if ('proof' in result) print(`Logged     at ${result.proof.index} of ${result.size} in ${result.origin}`);
  print(`Record     ${record.id}`);
  print(`Given at   ${record.givenAt} by the visitor's clock`);
  print(`Received   ${receivedAt}`);
  for (const [id, status] of Object.entries(record.statuses)) print(`Status     ${id}: ${status}`);
}

/** What ends the command, with advice for whoever named no keys. */
export function refusal(
  file: string,
  { code, reason }: { readonly code: string; readonly reason: string },
  keysFile: string | undefined,
): CommandError {
  const advice =
    keysFile === undefined ? ' Name the keys you trust with --keys; the site publishes its own.' : '';
  return new CommandError(`${file}: ${code}: ${reason}${advice}`, 1);
}
