import { closeSync, openSync } from 'node:fs';
import { countEach } from '../insights/counts.js';
import type { AddResult } from '../store.js';
import { type AdditionMessage, unpackAdditions } from './record-texts.js';
import { createCounters, type SqliteCounters } from './sqlite-counters.js';
import { createDeliveries, type SqliteDeliveries } from './sqlite-deliveries.js';
import { openDatabase, type SqliteDatabase } from './sqlite-driver.js';
import { createLog, type SqliteLog } from './sqlite-log.js';
import { migrate } from './sqlite-migrations.js';
import { createPeople, type SqlitePeople } from './sqlite-people.js';
import { COLUMNS, createReader, type SqliteReader } from './sqlite-reader.js';
import { createSightings, type SqliteSightings } from './sqlite-sightings.js';
import { createTokens, type SqliteTokens } from './sqlite-tokens.js';
import { inTransaction } from './sqlite-transaction.js';
import { createSqliteTransfer, type SqliteTransfer } from './sqlite-transfer.js';

/** The database, one call at a time. Lives in a worker thread, where its waiting for the disk delays nobody. */
export interface SqliteWriter extends SqliteReader {
  /** Commits all that `packAdditions` wrote, or none and throws. */
  readonly addAll: (packed: readonly string[]) => AddResult[];
  readonly putShown: (shown: { readonly hash: string; readonly text: string }) => void;
  readonly getShown: (hash: string) => string | undefined;
  readonly deliveries: Omit<SqliteDeliveries, 'enqueue'>;
  readonly log: Omit<SqliteLog, 'waitAfter' | 'addWithin'>;
  readonly people: SqlitePeople;
  readonly tokens: SqliteTokens;
  readonly counters: Omit<SqliteCounters, 'addWithin' | 'eraseWithin'>;
  readonly sightings: SqliteSightings;
  readonly transfer: SqliteTransfer;
  readonly close: () => void;
}

const SETTINGS = `
  PRAGMA journal_mode = WAL;
  -- NORMAL would lose acknowledged records when the power fails (https://sqlite.org/pragma.html#pragma_synchronous).
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
  -- An e-mail address that was erased must not stay behind in a free page of the file.
  PRAGMA secure_delete = ON;
  -- in KiB: 64 MiB keep look-ups by subject fast at a million records
  PRAGMA cache_size = -65536;
`;
/** One for all: sent to another thread, a list of copies would be written out again and again. */
const ADDED: AddResult = { outcome: 'added' };

/** Opens the file, or creates it so that only its owner may read it: addresses of linked people are in it. */
export async function openSqliteWriter(path: string): Promise<SqliteWriter> {
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
  const database = await openDatabase(path);
  try {
    database.exec(SETTINGS);
    migrate(database);
    return createWriter(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function createWriter(database: SqliteDatabase): SqliteWriter {
  const insert = database.prepare(
    `INSERT INTO records (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
  const reader = createReader(database);
  const lastPosition = database.prepare('SELECT coalesce(max(position), 0) AS last FROM records');

  const deliveries = createDeliveries(database);
  const log = createLog(database);
  const counters = createCounters(database);
  const putShown = database.prepare('INSERT OR IGNORE INTO shown (hash, text) VALUES (?, ?)');
  const shown = database.prepare('SELECT text FROM shown WHERE hash = ?');
  const add = (addition: AdditionMessage): AddResult => {
    const { id, subject, receivedAt, text, hash, receipt, salt, commitment, acts } = addition;
    if (insert.run(id, subject, receivedAt, text, hash, receipt, salt, commitment).changes === 0) {
      const there = reader.get(id);
      return there?.text === text
        ? { outcome: 'duplicate', receipt: there.receipt }
        : { outcome: 'conflict' };
    }
    if (acts) deliveries.enqueue(subject, JSON.parse(acts), receivedAt);
    return ADDED;
  };

  return {
    addAll: (packed) =>
      inTransaction(database, () => {
        const additions = unpackAdditions(packed);
        const last = Number(lastPosition.all()[0]?.last);
        const results = additions.map(add);
        log.waitAfter(last);
        const added = additions.filter((_, i) => results[i]?.outcome === 'added');
        counters.addWithin(added.flatMap(({ countKeys, receivedAt }) => countEach(countKeys, receivedAt)));
        return results;
      }),
    ...reader,
    putShown: ({ hash, text }) => void putShown.run(hash, text),
    getShown: (hash) => shown.all(hash).map(({ text }) => String(text))[0],
    deliveries,
    log,
    people: createPeople(database, log, counters),
    tokens: createTokens(database),
    counters,
    sightings: createSightings(database),
    transfer: createSqliteTransfer(database, log),
    close() {
      // A driver that still holds statements leaves this undone, and whoever copies the file alone would lack the rest.
      try {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // It stays beside the file, as after a crash.
      }
      database.close();
    },
  };
}
