import { EMPTY_LOG, growLog, packHashes, unpackHashes } from '../log/grow-log.js';
import type { EntryKind, LogEntry, ReceiptLog } from '../log/receipt-log.js';
import { fromBytes, toBytes } from './sqlite-bytes.js';
import type { SqliteDatabase, SqliteRow } from './sqlite-driver.js';
import { inTransaction } from './sqlite-transaction.js';

/** A {@link ReceiptLog} that answers at once, and what the transactions of others add to. */
export type SqliteLog = {
  readonly [Method in keyof ReceiptLog]: (
    ...values: Parameters<ReceiptLog[Method]>
  ) => Awaited<ReturnType<ReceiptLog[Method]>>;
} & {
  /** Lets the records that stand after this position wait, inside of the transaction that stores them. */
  readonly waitAfter: (position: number) => void;
  /** `add`, inside of a transaction that is under way. */
  readonly addWithin: (entry: LogEntry) => void;
};

/** The log in the tables `log`, `log_waiting`, `log_nodes`, `log_state`, `log_entries` and `checkpoints`. */
export function createLog(database: SqliteDatabase): SqliteLog {
  const statement = (sql: string) => database.prepare(sql);
  const addWaiting = statement('INSERT INTO log_waiting (entry, commitment) VALUES (?, ?)');
  // All of a group in one call: a call costs as much as several rows.
  const addWaitingAfter = statement(
    'INSERT INTO log_waiting (entry, commitment) SELECT id, commitment FROM records WHERE position > ? ORDER BY position',
  );
  const addEntry = statement(
    'INSERT INTO log_entries (id, kind, text, salt, commitment) VALUES (?, ?, ?, ?, ?)',
  );
  const longestWaiting = statement(
    'SELECT number, entry, commitment FROM log_waiting ORDER BY number LIMIT ?',
  );
  const waitingAfter = statement(
    'SELECT number, entry, commitment FROM log_waiting WHERE number > ? ORDER BY number LIMIT ?',
  );
  const endWaiting = statement('DELETE FROM log_waiting WHERE number <= ?');
  const addRows = statement(
    `INSERT INTO log (position, entry, commitment, chain)
      SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]')
      FROM json_each(?) ORDER BY key`,
  );
  const addNodes = statement(
    `INSERT INTO log_nodes (level, number, hash)
      SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?)`,
  );
  const readState = statement('SELECT size, hashes, chain FROM log_state');
  const writeState = statement(
    'INSERT OR REPLACE INTO log_state (one, size, hashes, chain) VALUES (1, ?, ?, ?)',
  );
  const countWaiting = statement('SELECT COUNT(*) AS number FROM log_waiting');
  const latest = statement('SELECT size, note, at FROM checkpoints ORDER BY size DESC LIMIT 1');
  const allCheckpoints = statement('SELECT size, note, at FROM checkpoints ORDER BY size');
  const setCheckpoint = statement(
    'INSERT OR REPLACE INTO checkpoints (hour, size, note, at) VALUES (?, ?, ?, ?)',
  );
  const leaves = statement(
    'SELECT commitment AS hash FROM log WHERE position >= ? AND position < ? ORDER BY position',
  );
  const nodes = statement(
    'SELECT hash FROM log_nodes WHERE level = ? AND number >= ? AND number < ? ORDER BY number',
  );
  const position = statement('SELECT position FROM log WHERE entry = ?');
  const rows = statement(
    'SELECT position, entry, commitment, chain FROM log WHERE position >= ? ORDER BY position LIMIT ?',
  );
  const entries = statement(
    "SELECT * FROM log_entries WHERE id > ? AND (kind = ? OR ? = '') ORDER BY id LIMIT ?",
  );
  const addKey = statement('INSERT OR IGNORE INTO log_keys (key_id, x, since) VALUES (?, ?, ?)');
  const keys = statement('SELECT key_id, x, since FROM log_keys ORDER BY since, key_id');

  // `all` and not `get`, which leaves the statement open, and a commit waits for open statements.
  const state = () => {
    const [row] = readState.all();
    return row
      ? { size: Number(row.size), hashes: unpackHashes(toBytes(row.hashes)), chain: toBytes(row.chain) }
      : EMPTY_LOG;
  };
  const checkpoint = () => latest.all().map(toCheckpoint)[0];

  const addWithin = ({ id, kind, text, salt, commitment }: LogEntry) => {
    addEntry.run(id, kind, text, fromBytes(salt), fromBytes(commitment));
    addWaiting.run(id, fromBytes(commitment));
  };

  return {
    waitAfter: (position) => void addWaitingAfter.run(position),
    addWithin,
    add: (entry) => inTransaction(database, () => addWithin(entry)),
    append({ limit }) {
      // Looked at without a lock first: mostly there is nothing to do.
      if (Number(countWaiting.all()[0]?.number) === 0) return { appended: 0, state: state() };
      return inTransaction(database, () => {
        const waiting = longestWaiting.all(limit).map(toWaiting);
        const last = waiting.at(-1);
        if (!last) return { appended: 0, state: state() };
        const growth = growLog(state(), waiting);
        addRows.run(
          JSON.stringify(
            growth.rows.map((row) => [
              row.position,
              row.entry,
              fromBytes(row.commitment),
              fromBytes(row.chain),
            ]),
          ),
        );
        addNodes.run(
          JSON.stringify(growth.nodes.map(({ level, index, hash }) => [level, index, fromBytes(hash)])),
        );
        const { size, hashes, chain } = growth.state;
        writeState.run(size, fromBytes(packHashes(hashes)), fromBytes(chain));
        endWaiting.run(last.number);
        return { appended: waiting.length, state: growth.state };
      });
    },
    // One file has one writer at a time; nobody needs to be let in.
    release: () => {},
    state,
    waiting: () => Number(countWaiting.all()[0]?.number),
    waitingRows: ({ after, limit }) => waitingAfter.all(after, limit).map(toWaiting),
    saveCheckpoint: ({ size, note, at }) =>
      inTransaction(database, () => {
        if ((checkpoint()?.size ?? -1) <= size) setCheckpoint.run(at.slice(0, 13), size, note, at);
      }),
    checkpoint,
    checkpoints: () => allCheckpoints.all().map(toCheckpoint),
    hashes: ({ level, from, to }) =>
      (level === 0 ? leaves.all(from, to) : nodes.all(level, from, to)).map(({ hash }) => toBytes(hash)),
    positionOf(entry) {
      const [row] = position.all(entry);
      return row && Number(row.position);
    },
    rows: ({ from, limit }) =>
      rows.all(from, limit).map((row) => ({
        position: Number(row.position),
        entry: String(row.entry),
        commitment: toBytes(row.commitment),
        chain: toBytes(row.chain),
      })),
    entries: ({ after = '', kind = '', limit }) => entries.all(after, kind, kind, limit).map(toEntry),
    addKey: ({ keyId, x, since }) => void addKey.run(keyId, x, since),
    keys: () =>
      keys.all().map((row) => ({ keyId: String(row.key_id), x: String(row.x), since: String(row.since) })),
  };
}

function toWaiting(row: SqliteRow) {
  return { number: Number(row.number), entry: String(row.entry), commitment: toBytes(row.commitment) };
}

function toCheckpoint(row: SqliteRow) {
  return { size: Number(row.size), note: String(row.note), at: String(row.at) };
}

function toEntry(row: SqliteRow): LogEntry {
  return {
    id: String(row.id),
    kind: row.kind as EntryKind,
    text: String(row.text),
    salt: toBytes(row.salt),
    commitment: toBytes(row.commitment),
  };
}
