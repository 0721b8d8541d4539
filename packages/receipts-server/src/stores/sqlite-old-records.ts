import { commit, createSalt, parseReceipt, signedBytes } from '@consentry/receipts';
import { countsOf } from '../insights/counts.js';
import { sha256 } from '../log/hash.js';
import { fromBytes } from './sqlite-bytes.js';
import { createCounters } from './sqlite-counters.js';
import type { SqliteDatabase } from './sqlite-driver.js';

/** Commits to the records of a database from before the log, and has them wait for it in the order they came. */
export function commitOldRecords(database: SqliteDatabase): void {
  const page = database.prepare(
    'SELECT position, id, text, receipt FROM records WHERE position > ? ORDER BY position LIMIT 500',
  );
  const update = database.prepare('UPDATE records SET salt = ?, commitment = ? WHERE position = ?');
  const wait = database.prepare('INSERT INTO log_waiting (entry, commitment) VALUES (?, ?)');
  for (let last = 0, rows = page.all(-1); rows.length > 0; rows = page.all(last)) {
    for (const { position, id, text, receipt } of rows) {
      const salt = createSalt();
      const parts = [new TextEncoder().encode(String(text)), receiptBytes(String(receipt))];
      const commitment = commit(salt, parts, sha256);
      update.run(fromBytes(salt), fromBytes(commitment), Number(position));
      wait.run(String(id), fromBytes(commitment));
      last = Number(position);
    }
  }
}

/** Counts the records of a database from before the counters. */
export function countOldRecords(database: SqliteDatabase): void {
  const counters = createCounters(database);
  const page = database.prepare(
    'SELECT position, text, received_at FROM records WHERE position > ? ORDER BY position LIMIT 5000',
  );
  for (let rows = page.all(-1); rows.length > 0; rows = page.all(Number(rows.at(-1)?.position)))
    counters.addWithin(
      rows.flatMap((row) => countsOf({ text: String(row.text), receivedAt: String(row.received_at) })),
    );
}

/** What the signature covers; all of the text where it is no receipt that we can read. */
function receiptBytes(text: string): Uint8Array {
  try {
    const parsed = parseReceipt(JSON.parse(text));
    if ('receipt' in parsed) return signedBytes(parsed.receipt);
  } catch {
    // Not JSON: it is committed to as it stands.
  }
  return new TextEncoder().encode(text);
}
