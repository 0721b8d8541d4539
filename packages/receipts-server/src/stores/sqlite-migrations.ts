import { ReceiptsServerError } from '../errors.js';
import type { SqliteDatabase } from './sqlite-driver.js';

/** One step from each version to the next. What has been released is never edited: add a step. */
const STEPS = [
  // `position` is the order of storing. Texts are kept as they came: what was signed and hashed is these bytes.
  `CREATE TABLE records (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    received_at TEXT NOT NULL,
    text TEXT NOT NULL,
    hash TEXT NOT NULL,
    receipt TEXT NOT NULL
  ) STRICT;
  CREATE INDEX records_by_subject ON records (subject, position);`,
];

/** Brings the tables up to date, each step in a transaction of its own. Throws for a database from the future. */
export function migrate(database: SqliteDatabase): void {
  const version = () => Number(database.prepare('PRAGMA user_version').all()[0]?.user_version);
  if (version() > STEPS.length)
    throw new ReceiptsServerError(
      'database-newer',
      `The database has version ${version()}, this software knows ${STEPS.length}: update it.`,
    );
  for (const [index, step] of STEPS.entries()) {
    if (version() > index) continue;
    database.exec('BEGIN IMMEDIATE');
    try {
      // Looked at again under the lock: another process may have been faster.
      if (version() === index) database.exec(`${step} PRAGMA user_version = ${index + 1};`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
}
