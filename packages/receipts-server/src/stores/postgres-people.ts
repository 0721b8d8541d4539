import type { People } from '../people/people.js';
import { type Connections, type PostgresRow, toBytes } from './postgres-connection.js';
import { countErased, toText } from './postgres-counters.js';
import { addEntry, LOCK_LOG } from './postgres-log.js';

/** The people in PostgreSQL. */
export function createPostgresPeople(connections: Connections): People {
  const query = (sql: string, ...values: unknown[]) => connections.query(sql, values);
  return {
    link: async ({ subject, account, now }) =>
      void (await query(
        `INSERT INTO consentry_accounts (subject, account, linked_at) VALUES ($1, $2, $3)
          ON CONFLICT (subject) DO UPDATE SET account = excluded.account, linked_at = excluded.linked_at`,
        subject,
        account,
        now,
      )),
    async unlink(subject) {
      const [row] = await query(
        'DELETE FROM consentry_accounts WHERE subject = $1 RETURNING account',
        subject,
      );
      return row && String(row.account);
    },
    subjectsOf: async (account) =>
      (
        await query(
          'SELECT subject FROM consentry_accounts WHERE account = $1 ORDER BY linked_at, subject',
          account,
        )
      ).map(({ subject }) => String(subject)),
    async accountOf(subject) {
      const [row] = await query('SELECT account FROM consentry_accounts WHERE subject = $1', subject);
      return row && String(row.account);
    },
    hold: ({ subject, reason, since }) =>
      connections.transaction(async (connection) => {
        // So that a hold and an erasure cannot pass each other.
        await connection.query(LOCK_LOG);
        await connection.query(
          `INSERT INTO consentry_legal_holds (subject, reason, since) VALUES ($1, $2, $3)
            ON CONFLICT (subject) DO UPDATE SET reason = excluded.reason, since = excluded.since`,
          [subject, reason, since],
        );
      }),
    release: async (subject) =>
      (await query('DELETE FROM consentry_legal_holds WHERE subject = $1 RETURNING subject', subject))
        .length > 0,
    legalHolds: async () =>
      (await query('SELECT subject, reason, since FROM consentry_legal_holds ORDER BY subject')).map(
        (row) => ({
          subject: String(row.subject),
          reason: String(row.reason),
          since: String(row.since),
        }),
      ),
    recordsOf: async ({ subject, limit }) =>
      (
        await query(
          'SELECT id, subject, commitment FROM consentry_records WHERE subject = $1 ORDER BY number LIMIT $2',
          subject,
          limit,
        )
      ).map(toErasable),
    expired: async ({ regime, before, limit }) =>
      (
        await query(
          `SELECT id, subject, commitment FROM consentry_records r
            WHERE received_at < $1 AND (text::json)->>'regime' = $2
            AND NOT EXISTS (SELECT 1 FROM consentry_legal_holds h WHERE h.subject = r.subject)
            ORDER BY received_at LIMIT $3`,
          before,
          regime,
          limit,
        )
      ).map(toErasable),
    erase: ({ ids, entry }) =>
      connections.transaction(async (connection) => {
        await connection.query(LOCK_LOG);
        const [found] = await connection.query(
          `SELECT count(*) AS number, count(h.subject) AS held FROM consentry_records r
            LEFT JOIN consentry_legal_holds h ON h.subject = r.subject WHERE r.id = ANY($1::uuid[])`,
          [ids],
        );
        if (Number(found?.number) !== ids.length || Number(found?.held) > 0) return 'changed';
        const erased = await connection.query(
          'DELETE FROM consentry_records WHERE id = ANY($1::uuid[]) RETURNING text, received_at',
          [ids],
        );
        await countErased(connection, erased.map(toText));
        await connection.query('UPDATE consentry_log SET entry = NULL WHERE entry = ANY($1::uuid[])', [ids]);
        await connection.query(
          'UPDATE consentry_log_waiting SET entry = NULL WHERE entry = ANY($1::uuid[])',
          [ids],
        );
        await addEntry(connection, entry);
        return 'erased';
      }),
  };
}

function toErasable(row: PostgresRow) {
  return { id: String(row.id), subject: String(row.subject), commitment: toBytes(row.commitment) };
}
