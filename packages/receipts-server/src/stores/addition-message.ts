import type { Addition } from '../store.js';
import { shortenReceipt } from './short-receipt.js';
import { fromBytes } from './sqlite-bytes.js';

/** A record on its way to the database thread, as it is stored; `acts` as JSON, empty for none. */
export interface AdditionMessage {
  readonly id: string;
  readonly subject: string;
  readonly receivedAt: string;
  readonly text: string;
  readonly hash: string;
  readonly receipt: string;
  readonly salt: string;
  readonly commitment: string;
  readonly acts: string;
  readonly country: string;
}

/** Texts that one addition is. */
const FIELDS = 10;

/**
 * Writes additions as one flat list of texts. Copied from thread to thread, objects with bytes in them cost the HTTP
 * thread more than all else that it does about a record.
 */
export function packAdditions(additions: readonly Addition[]): string[] {
  const packed: string[] = [];
  for (const { record, acts, country = '' } of additions) {
    const { id, subject, receivedAt, text, hash, receipt, salt, commitment } = record;
    packed.push(id, subject, receivedAt, text, hash, shortenReceipt(receipt, text));
    packed.push(fromBytes(salt), fromBytes(commitment));
    packed.push(acts.length > 0 ? JSON.stringify(acts) : '', country);
  }
  return packed;
}

/** Reads what {@link packAdditions} wrote. */
export function unpackAdditions(packed: readonly string[]): AdditionMessage[] {
  const additions: AdditionMessage[] = [];
  for (let at = 0; at < packed.length; at += FIELDS) {
    const [id = '', subject = '', receivedAt = '', text = '', hash = '', receipt = '', ...rest] =
      packed.slice(at, at + FIELDS);
    const [salt = '', commitment = '', acts = '', country = ''] = rest;
    additions.push({ id, subject, receivedAt, text, hash, receipt, salt, commitment, acts, country });
  }
  return additions;
}
