import { ReceiptsServerError } from '../errors.js';
import type { SqliteDatabase } from './sqlite-driver.js';
import { commitOldRecords, countOldRecords } from './sqlite-old-records.js';

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
  // One delivery for each person at each service. Ids are never used again: receivers tell repeats by them.
  // Times in milliseconds since 1970, 0 for never.
  `CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connector TEXT NOT NULL,
    kind TEXT NOT NULL,
    contact TEXT NOT NULL,
    standings TEXT NOT NULL DEFAULT '{}',
    erase INTEGER NOT NULL DEFAULT 0,
    memory TEXT NOT NULL DEFAULT '{}',
    version INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL,
    due INTEGER NOT NULL,
    lease TEXT NOT NULL DEFAULT '',
    leased_until INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    failing_since INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL,
    delivered_at INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (connector, kind, contact)
  ) STRICT;
  CREATE INDEX deliveries_due ON deliveries (connector, due, id) WHERE state = 'pending';
  CREATE TABLE links (
    subject TEXT NOT NULL,
    connector TEXT NOT NULL,
    delivery INTEGER NOT NULL,
    linked_at INTEGER NOT NULL,
    PRIMARY KEY (subject, connector)
  ) STRICT;
  CREATE INDEX links_by_delivery ON links (delivery);
  CREATE TABLE holds (
    connector TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;`,
  // The log. Bytes are in base64url. `entry` is the id of a record or of one of log_entries; empty once that was erased on purpose.
  `ALTER TABLE records ADD COLUMN salt TEXT NOT NULL DEFAULT '';
  ALTER TABLE records ADD COLUMN commitment TEXT NOT NULL DEFAULT '';
  CREATE INDEX records_by_time ON records (received_at);
  CREATE TABLE log (
    position INTEGER PRIMARY KEY,
    entry TEXT NOT NULL,
    commitment TEXT NOT NULL,
    chain TEXT NOT NULL
  ) STRICT;
  CREATE INDEX log_by_entry ON log (entry) WHERE entry <> '';
  CREATE TABLE log_waiting (
    number INTEGER PRIMARY KEY,
    entry TEXT NOT NULL,
    commitment TEXT NOT NULL
  ) STRICT;
  CREATE TABLE log_nodes (
    level INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (level, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    size INTEGER NOT NULL,
    hashes TEXT NOT NULL,
    chain TEXT NOT NULL
  ) STRICT;
  CREATE TABLE log_entries (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    salt TEXT NOT NULL,
    commitment TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log_keys (key_id TEXT PRIMARY KEY, x TEXT NOT NULL, since TEXT NOT NULL) STRICT;
  CREATE TABLE checkpoints (
    hour TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    note TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX checkpoints_by_size ON checkpoints (size);
  CREATE TABLE shown (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TABLE accounts (subject TEXT PRIMARY KEY, account TEXT NOT NULL, linked_at INTEGER NOT NULL) STRICT;
  CREATE INDEX accounts_by_name ON accounts (account);
  CREATE TABLE legal_holds (subject TEXT PRIMARY KEY, reason TEXT NOT NULL, since TEXT NOT NULL) STRICT;
  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT NOT NULL
  ) STRICT;`,
  // What was decided how often, by day and key. `erased` of `count` were of records that are gone. Only PostgreSQL has slots.
  `CREATE TABLE insights (
    day TEXT NOT NULL,
    key TEXT NOT NULL,
    slot INTEGER NOT NULL,
    count INTEGER NOT NULL DEFAULT 0,
    erased INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, key, slot)
  ) STRICT, WITHOUT ROWID;`,
  // Hosts that pages met and no config accounts for. Of no visitor, and of no record.
  `CREATE TABLE IF NOT EXISTS drift (
    site TEXT NOT NULL,
    host TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    count INTEGER NOT NULL,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    PRIMARY KEY (site, host, kind, day)
  ) STRICT, WITHOUT ROWID;`,
  // Receipts are stored without their records from here on, which older software would hand out like that.
  '',
];

/** What a step needs beside SQL, by the version it leads to; in the same transaction. */
const AFTER_STEP: Readonly<Record<number, (database: SqliteDatabase) => void>> = {
  3: commitOldRecords,
  4: countOldRecords,
};

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
      if (version() === index) {
        database.exec(`${step} PRAGMA user_version = ${index + 1};`);
        AFTER_STEP[index + 1]?.(database);
      }
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
}
