// Records on their way to the database thread and back. Copied from thread to thread, objects with bytes in them cost
// more than all else that is done about a record; a flat list of texts does not.
import type { Addition, StoredRecord } from '../store.js';
import { restoreReceipt, shortenReceipt } from './short-receipt.js';
import { fromBytes, toBytes } from './sqlite-bytes.js';
import type { SqliteRow } from './sqlite-driver.js';

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

/** Texts that one addition is, and one row. */
const [ADDITION, ROW] = [10, 8];

/** Additions on their way there. */
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
  for (let at = 0; at < packed.length; at += ADDITION) {
    const [id = '', subject = '', receivedAt = '', text = '', hash = '', receipt = '', ...rest] =
      packed.slice(at, at + ADDITION);
    const [salt = '', commitment = '', acts = '', country = ''] = rest;
    additions.push({ id, subject, receivedAt, text, hash, receipt, salt, commitment, acts, country });
  }
  return additions;
}

/** Rows of the table of records on their way back. */
export function packRows(rows: readonly SqliteRow[]): string[] {
  return rows.flatMap((row) => [
    ...[String(row.id), String(row.subject), String(row.received_at), String(row.text)],
    ...[String(row.hash), String(row.receipt), String(row.salt), String(row.commitment)],
  ]);
}

/** Reads what {@link packRows} wrote. */
export function unpackRows(packed: readonly string[]): StoredRecord[] {
  const records: StoredRecord[] = [];
  for (let at = 0; at < packed.length; at += ROW) {
    const [id = '', subject = '', receivedAt = '', text = '', ...rest] = packed.slice(at, at + ROW);
    const [hash = '', receipt = '', salt, commitment] = rest;
    records.push({
      ...{ id, subject, receivedAt, text, hash, receipt: restoreReceipt(receipt, text) },
      ...{ salt: toBytes(salt), commitment: toBytes(commitment) },
    });
  }
  return records;
}
