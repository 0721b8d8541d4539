import { unpackHashes } from '../log/grow-log.js';
import type { EntryKind, LogEntry, LogState } from '../log/receipt-log.js';
import { type PostgresRow, toBytes } from './postgres-connection.js';

/** The state, from its one row. */
export function toState([row]: PostgresRow[]): LogState {
  return {
    size: Number(row?.size),
    hashes: unpackHashes(toBytes(row?.hashes)),
    chain: toBytes(row?.chain),
  };
}

/** What waits for its place. */
export function toWaiting(row: PostgresRow) {
  return { number: Number(row.number), entry: String(row.entry ?? ''), commitment: toBytes(row.commitment) };
}

/** A stored checkpoint. */
export function toCheckpoint(row: PostgresRow) {
  return { size: Number(row.size), note: String(row.note), at: String(row.at) };
}

/** An entry of our own. */
export function toEntry(row: PostgresRow): LogEntry {
  return {
    id: String(row.id),
    kind: row.kind as EntryKind,
    text: String(row.text),
    salt: toBytes(row.salt),
    commitment: toBytes(row.commitment),
  };
}
