import type { ListQuery, StoredRecord } from '../store.js';
import { toRecord } from './record-row.js';
import { toBytes } from './sqlite-bytes.js';
import { openDatabase, type SqliteDatabase } from './sqlite-driver.js';

/** Finds stored records. */
export interface SqliteReader {
  readonly get: (id: string) => StoredRecord | undefined;
  /** Latest first. */
  readonly list: (query: ListQuery) => StoredRecord[];
}

const SETTINGS = `
  PRAGMA query_only = ON;
  -- Whoever waits here holds up the requests of others.
  PRAGMA busy_timeout = 1000;
  -- in KiB, beside the writer's: few are looked up, and the system has the file in memory as well
  PRAGMA cache_size = -16384;
`;
/** The columns of a record, in the order in which they are written. */
export const COLUMNS = 'id, subject, received_at, text, hash, receipt, salt, commitment';

/**
 * Opens a connection that only reads, in the thread that asks. With a log that is written ahead nobody waits for
 * anybody, and a look-up takes less than to wake the writer's thread and be woken by it. Sees what has been committed.
 */
export async function openSqliteReader(path: string): Promise<SqliteReader & { readonly close: () => void }> {
  const database = await openDatabase(path);
  try {
    database.exec(SETTINGS);
    return { ...createReader(database), close: () => void database.close() };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Finds records through a connection that is open. */
export function createReader(database: SqliteDatabase): SqliteReader {
  const byId = database.prepare(`SELECT ${COLUMNS} FROM records WHERE id = ?`);
  const latest = database.prepare(
    `SELECT ${COLUMNS} FROM records WHERE position < ? ORDER BY position DESC LIMIT ?`,
  );
  const latestOf = database.prepare(
    `SELECT ${COLUMNS} FROM records WHERE subject = ? AND position < ? ORDER BY position DESC LIMIT ?`,
  );
  const positionOf = database.prepare('SELECT position FROM records WHERE id = ?');
  return {
    // `all` and not `get`, which leaves the statement open, and what is open keeps the log from being emptied.
    get: (id) => byId.all(id).map((row) => toRecord(row, toBytes))[0],
    list({ subject, before, limit }) {
      const bound = before === undefined ? undefined : positionOf.all(before)[0]?.position;
      if (before !== undefined && bound === undefined) return [];
      const position = Number(bound ?? Number.MAX_SAFE_INTEGER);
      const rows =
        subject === undefined ? latest.all(position, limit) : latestOf.all(subject, position, limit);
      return rows.map((row) => toRecord(row, toBytes));
    },
  };
}
