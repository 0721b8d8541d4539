import { ReceiptsServerError } from '../errors.js';
import { countsOf } from '../insights/counts.js';
import type { Connections, Queryable } from './postgres-connection.js';
import { addCounts, toText } from './postgres-counters.js';
import { STEPS } from './postgres-schema.js';

/** What a step needs beside SQL, by the version it leads to; in the same transaction. */
const AFTER_STEP: Readonly<Record<number, (connection: Queryable) => Promise<void>>> = { 2: countOldRecords };

/** Two processes made the same table at the same time: the slower one looks again. */
const MADE_BY_ANOTHER = new Set(['23505', '42P07', '42710']);

/**
 * Brings the tables up to date. Any number of processes may do so at once: they queue for one row. All steps that
 * are missing are one transaction. Throws for a database from the future.
 */
export async function migratePostgres(connections: Connections): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      await connections.query(
        'CREATE TABLE IF NOT EXISTS consentry_version (one integer PRIMARY KEY CHECK (one = 1), version integer NOT NULL)',
      );
      break;
    } catch (error) {
      if (!MADE_BY_ANOTHER.has(String((error as { code?: unknown }).code)) || tries >= 5) throw error;
    }
  await connections.query('INSERT INTO consentry_version VALUES (1, 0) ON CONFLICT DO NOTHING');
  await connections.transaction(async (connection) => {
    const [row] = await connection.query('SELECT version FROM consentry_version FOR UPDATE');
    const version = Number(row?.version);
    if (version > STEPS.length)
      throw new ReceiptsServerError(
        'database-newer',
        `The database has version ${version}, this software knows ${STEPS.length}: update it.`,
      );
    for (const [i, step] of STEPS.slice(version).entries()) {
      await connection.query(step);
      await AFTER_STEP[version + i + 1]?.(connection);
    }
    await connection.query('UPDATE consentry_version SET version = $1', [STEPS.length]);
  });
}

/** Counts the records of a database from before the counters. */
async function countOldRecords(connection: Queryable): Promise<void> {
  for (let last: unknown = -1; last !== undefined; ) {
    const rows = await connection.query(
      'SELECT number, text, received_at FROM consentry_records WHERE number > $1 ORDER BY number LIMIT 5000',
      [last],
    );
    await addCounts(
      connection,
      rows.map(toText).flatMap((record) => countsOf(record)),
    );
    last = rows.at(-1)?.number;
  }
}
