import {
  canonicalJson,
  commit,
  isSameHash,
  parseReceipt,
  parseRecord,
  signedBytes,
  toBase64url,
  verify,
} from '@consentry/receipts';
import type { StoredRecord } from '../store.js';
import type { Finding } from './finding.js';
import { sha256 } from './hash.js';
import type { LogEntry } from './receipt-log.js';

const encode = (text: string) => new TextEncoder().encode(text);

/** What is wrong with a stored record by itself: whether its parts belong together, and were signed. */
export async function checkRecordContents(
  stored: StoredRecord,
  trustedKeys: readonly unknown[],
): Promise<Finding | undefined> {
  const altered = (what: string): Finding => ({ code: 'altered', message: `Record ${stored.id}: ${what}.` });
  const receipt = readJson(stored.receipt, parseReceipt);
  const record = readJson(stored.text, parseRecord);
  if (!receipt || !('receipt' in receipt)) return altered('its receipt is none');
  if (!record || !('record' in record)) return altered('its text is no record');
  const { receipt: answered } = receipt;
  if (canonicalJson(record.record) !== canonicalJson(answered.record))
    return altered('its text is not the record that was signed for');
  if (stored.hash !== `sha256-${toBase64url(sha256(encode(stored.text)))}`)
    return altered('its hash is not that of its text');
  const { id, subject } = record.record;
  if (stored.id !== id || stored.subject !== subject || stored.receivedAt !== answered.receivedAt)
    return altered('its id, subject or time are not those that were signed for');
  const parts = [encode(stored.text), signedBytes(answered)];
  if (!isSameHash(commit(stored.salt, parts, sha256), stored.commitment))
    return altered('it is not what was committed to');
  const verified = await verify(answered, trustedKeys);
  if (!verified.ok) {
    const { code, reason } = verified;
    const isKey = code === 'unknown-key' || code === 'bad-signature';
    return { code: isKey ? code : 'altered', message: `Record ${stored.id}: ${reason}` };
  }
  // Spelled otherwise, it would still be the same receipt; but it is not what was stored.
  return JSON.stringify(answered) === stored.receipt ? undefined : altered('its receipt was written anew');
}

/** What is wrong with an entry of our own by itself. */
export function checkEntryContents({ id, text, salt, commitment }: LogEntry): Finding | undefined {
  return isSameHash(commit(salt, [encode(text)], sha256), commitment)
    ? undefined
    : { code: 'altered', message: `Entry ${id}: it is not what was committed to.` };
}

function readJson<Result>(text: string, parse: (value: unknown) => Result): Result | undefined {
  try {
    return parse(JSON.parse(text));
  } catch {
    return undefined; // no JSON: no record either
  }
}
