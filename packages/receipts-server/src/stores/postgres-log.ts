import { type Growth, growLog, packHashes } from '../log/grow-log.js';
import type { LogEntry, ReceiptLog } from '../log/receipt-log.js';
import { byteaArray } from './postgres-arrays.js';
import { type Connections, type Queryable, toBuffer, toBytes } from './postgres-connection.js';
import { toCheckpoint, toEntry, toState, toWaiting } from './postgres-log-rows.js';

/** Whoever changes which entry a row is about holds this lock, as the one who gives positions does. */
export const LOCK_LOG = 'SELECT one FROM consentry_log_state FOR UPDATE';

/** The log in PostgreSQL. */
export function createPostgresLog(connections: Connections): ReceiptLog {
  const query = (sql: string, ...values: unknown[]) => connections.query(sql, values);
  const state = async () => toState(await query('SELECT size, hashes, chain FROM consentry_log_state'));
  return {
    add: (entry) => connections.transaction((connection) => addEntry(connection, entry)),
    append: ({ limit, owner, leaseMs }) =>
      connections.transaction(async (connection) => {
        // Holds the row until the commit, so that nobody else can be giving positions, whatever the lease says.
        const leased = await connection.query(
          `UPDATE consentry_log_state SET owner = $1, lease_until = clock_timestamp() + $2 * interval '1 millisecond'
            WHERE owner = $1 OR lease_until < clock_timestamp() RETURNING size, hashes, chain`,
          [owner, leaseMs],
        );
        if (leased.length === 0) return undefined;
        const before = toState(leased);
        const waiting = (
          await connection.query(
            'SELECT number, entry, commitment FROM consentry_log_waiting ORDER BY number LIMIT $1',
            [limit],
          )
        ).map(toWaiting);
        if (waiting.length === 0) return { appended: 0, state: before };
        const growth = growLog(before, waiting);
        await writeGrowth(connection, growth);
        await connection.query('DELETE FROM consentry_log_waiting WHERE number = ANY($1::bigint[])', [
          waiting.map(({ number }) => number),
        ]);
        return { appended: waiting.length, state: growth.state };
      }),
    release: async (owner) =>
      void (await query(
        `UPDATE consentry_log_state SET owner = '', lease_until = '-infinity' WHERE owner = $1`,
        owner,
      )),
    state,
    async waiting() {
      const [row] = await query('SELECT count(*) AS number FROM consentry_log_waiting');
      return Number(row?.number);
    },
    waitingRows: async ({ after, limit }) =>
      (
        await query(
          'SELECT number, entry, commitment FROM consentry_log_waiting WHERE number > $1 ORDER BY number LIMIT $2',
          after,
          limit,
        )
      ).map(toWaiting),
    saveCheckpoint: async ({ size, note, at }) =>
      void (await query(
        `INSERT INTO consentry_checkpoints (hour, size, note, at)
          SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM consentry_checkpoints WHERE size > $2)
          ON CONFLICT (hour) DO UPDATE SET size = excluded.size, note = excluded.note, at = excluded.at
          WHERE consentry_checkpoints.size <= excluded.size`,
        at.slice(0, 13),
        size,
        note,
        at,
      )),
    async checkpoint() {
      const rows = await query('SELECT size, note, at FROM consentry_checkpoints ORDER BY size DESC LIMIT 1');
      return rows.map(toCheckpoint)[0];
    },
    checkpoints: async () =>
      (await query('SELECT size, note, at FROM consentry_checkpoints ORDER BY size')).map(toCheckpoint),
    async hashes({ level, from, to }) {
      const rows =
        level === 0
          ? await query(
              'SELECT commitment AS hash FROM consentry_log WHERE position >= $1 AND position < $2 ORDER BY position',
              from,
              to,
            )
          : await query(
              'SELECT hash FROM consentry_log_nodes WHERE level = $1 AND number >= $2 AND number < $3 ORDER BY number',
              level,
              from,
              to,
            );
      return rows.map(({ hash }) => toBytes(hash));
    },
    async positionOf(entry) {
      const [row] = await query('SELECT position FROM consentry_log WHERE entry = $1', entry);
      return row && Number(row.position);
    },
    rows: async ({ from, limit }) =>
      (
        await query(
          'SELECT position, entry, commitment, chain FROM consentry_log WHERE position >= $1 ORDER BY position LIMIT $2',
          from,
          limit,
        )
      ).map((row) => ({
        position: Number(row.position),
        entry: String(row.entry ?? ''),
        commitment: toBytes(row.commitment),
        chain: toBytes(row.chain),
      })),
    entries: async ({ after = '00000000-0000-0000-0000-000000000000', kind = '', limit }) =>
      (
        await query(
          `SELECT id, kind, text, salt, commitment FROM consentry_log_entries
            WHERE id > $1 AND (kind = $2 OR $2 = '') ORDER BY id LIMIT $3`,
          after,
          kind,
          limit,
        )
      ).map(toEntry),
    addKey: async ({ keyId, x, since }) =>
      void (await query(
        'INSERT INTO consentry_log_keys (key_id, x, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        keyId,
        x,
        since,
      )),
    keys: async () =>
      (await query('SELECT key_id, x, since FROM consentry_log_keys ORDER BY since, key_id')).map((row) => ({
        keyId: String(row.key_id),
        x: String(row.x),
        since: String(row.since),
      })),
  };
}

/** Writes what one step of integration gives, inside of a transaction that holds the log. */
export async function writeGrowth(connection: Queryable, { state, rows, nodes }: Growth): Promise<void> {
  await connection.query(
    `INSERT INTO consentry_log (position, entry, commitment, chain)
      SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[])`,
    [
      rows.map(({ position }) => position),
      rows.map(({ entry }) => entry || null),
      byteaArray(rows.map(({ commitment }) => commitment)),
      byteaArray(rows.map(({ chain }) => chain)),
    ],
  );
  if (nodes.length > 0)
    await connection.query(
      `INSERT INTO consentry_log_nodes (level, number, hash)
        SELECT * FROM unnest($1::integer[], $2::bigint[], $3::bytea[])`,
      [
        nodes.map(({ level }) => level),
        nodes.map(({ index }) => index),
        byteaArray(nodes.map(({ hash }) => hash)),
      ],
    );
  await connection.query('UPDATE consentry_log_state SET size = $1, hashes = $2, chain = $3', [
    state.size,
    toBuffer(packHashes(state.hashes)),
    toBuffer(state.chain),
  ]);
}

/** Adds an entry of our own inside of a transaction that is under way. */
export async function addEntry(connection: Queryable, entry: LogEntry): Promise<void> {
  const { id, kind, text, salt, commitment } = entry;
  await connection.query(
    `WITH added AS (
      INSERT INTO consentry_log_entries (id, kind, text, salt, commitment) VALUES ($1, $2, $3, $4, $5)
    ) INSERT INTO consentry_log_waiting (entry, commitment) VALUES ($1, $5)`,
    [id, kind, text, toBuffer(salt), toBuffer(commitment)],
  );
}
