import { verifyCheckpoint, verifyProof, verify as verifyReceipt } from '@consentry/receipts';
import { CommandError } from '../command-error.js';
import { readJson, readKeys, readText } from '../read-file.js';
import { say } from '../say.js';

/**
 * `consentry verify FILE --keys KEYS`: says whether a receipt, a proof or a checkpoint is what a trusted key
 * signed. Reads files only; the keys are the site's published ones, fetched by whoever verifies.
 */
export async function verify(
  file: string,
  keysFile: string | undefined,
  print: (line: string) => void,
  json = false,
): Promise<void> {
  const text = await readText(file);
  if (/\n\u2014 /.test(text) && !text.trimStart().startsWith('{')) {
    const result = await verifyCheckpoint(text, await readKeys(keysFile));
    if (!result.ok) throw refusal(file, result, keysFile);
    const { origin, size, root } = result.checkpoint;
    const hex = Buffer.from(root).toString('hex');
    return say(print, json, { genuine: true, kind: 'checkpoint', origin, size, root: hex }, [
      `${file} is genuine: the key of ${origin} signed it.`,
      `Size       ${size}`,
      `Root       ${hex}`,
    ]);
  }
  const value = await readJson(file);
  const isProof = /^consentry-proof-/.test(String((value as { schema?: unknown } | null)?.schema));
  const result = await (isProof ? verifyProof : verifyReceipt)(value, await readKeys(keysFile));
  if (!result.ok) throw refusal(file, result, keysFile);
  const { record, issuer, receivedAt } = 'proof' in result ? result.proof.receipt : result.receipt;
  const logged =
    'proof' in result ? { origin: result.origin, size: result.size, index: result.proof.index } : undefined;
  const { id, givenAt, statuses } = record;
  say(
    print,
    json,
    {
      ...{ genuine: true, kind: logged ? 'proof' : 'receipt', issuer, record: id, givenAt, receivedAt },
      ...{ statuses, ...(logged ? { logged } : {}) },
    },
    [
      `${file} is genuine: ${issuer} signed it.`,
      ...(logged ? [`Logged     at ${logged.index} of ${logged.size} in ${logged.origin}`] : []),
      `Record     ${id}`,
      `Given at   ${givenAt} by the visitor's clock`,
      `Received   ${receivedAt}`,
      ...Object.entries(statuses).map(([each, status]) => `Status     ${each}: ${status}`),
    ],
  );
}

/** What ends the command, with advice for whoever named no keys. */
export function refusal(
  file: string,
  { code, reason }: { readonly code: string; readonly reason: string },
  keysFile: string | undefined,
): CommandError {
  const advice =
    keysFile === undefined ? ' Name the keys you trust with --keys; the site publishes its own.' : '';
  return new CommandError(`${file}: ${code}: ${reason}${advice}`, 1, { code });
}
