import type { StoredRecord } from '../store.js';
import { restoreReceipt } from './short-receipt.js';

/** A row of the table of records as the record it stands for; `toBytes` reads bytes as the engine gives them. */
export function toRecord(
  row: Readonly<Record<string, unknown>>,
  toBytes: (stored: unknown) => Uint8Array,
): StoredRecord {
  const text = String(row.text);
  return {
    id: String(row.id),
    subject: String(row.subject),
    receivedAt: String(row.received_at),
    text,
    hash: String(row.hash),
    receipt: restoreReceipt(String(row.receipt), text),
    salt: toBytes(row.salt),
    commitment: toBytes(row.commitment),
  };
}
