// Records on their way to the database thread. Copied from thread to thread, objects with bytes in them cost
// more than all else that is done about a record; a flat list of texts does not.
import type { Addition, StoredRecord } from '../store.js';
import { shortenReceipt } from './short-receipt.js';
import { fromBytes } from './sqlite-bytes.js';

/** A record on its way to the database thread, as it is stored; `acts` as JSON, empty for none. */
export type AdditionMessage = Omit<StoredRecord, 'salt' | 'commitment'> & {
  readonly [of in 'salt' | 'commitment' | 'acts']: string;
} & Pick<Addition, 'countKeys'>;

/** Texts that one addition is. */
const ADDITION = 10;

/** Additions on their way there. */
export function packAdditions(additions: readonly Addition[]): string[] {
  const packed: string[] = [];
  for (const { record, acts, countKeys } of additions) {
    const { id, subject, receivedAt, text, hash, receipt, salt, commitment } = record;
    packed.push(id, subject, receivedAt, text, hash, shortenReceipt(receipt, text));
    packed.push(fromBytes(salt), fromBytes(commitment));
    packed.push(acts.length > 0 ? JSON.stringify(acts) : '', countKeys.join('\n'));
  }
  return packed;
}

/** Reads what {@link packAdditions} wrote. */
export function unpackAdditions(packed: readonly string[]): AdditionMessage[] {
  const additions: AdditionMessage[] = [];
  for (let at = 0; at < packed.length; at += ADDITION) {
    const [id = '', subject = '', receivedAt = '', text = '', hash = '', receipt = '', ...rest] =
      packed.slice(at, at + ADDITION);
    const [salt = '', commitment = '', acts = '', keys = ''] = rest;
    // A key is JSON, in which a line never ends.
    const countKeys = keys ? keys.split('\n') : [];
    additions.push({ id, subject, receivedAt, text, hash, receipt, salt, commitment, acts, countKeys });
  }
  return additions;
}
