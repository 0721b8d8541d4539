import type { ConsentRecord } from '@consentry/receipts';
import { actsOf } from '../deliveries/act.js';
import type { Contact, DeliveryQueue } from '../deliveries/delivery-queue.js';
import { toContact, toDelivery, toListed } from './delivery-rows.js';
import type { Connections, Queryable } from './postgres-connection.js';
import { say, standingsAfter, toStandings } from './postgres-delivery-acts.js';

/** The queue of deliveries in PostgreSQL. */
export function createPostgresDeliveries(connections: Connections): DeliveryQueue {
  const query = (sql: string, ...values: unknown[]) => connections.query(sql, values);
  return {
    link: ({ subject, connector, contact, purposes, now }) =>
      connections.transaction(async (connection) => {
        const row = await findOrMake(connection, connector, contact, now);
        if (Number(row?.erase) === 1) return 'being-erased';
        const [previous] = await connection.query(
          'SELECT delivery FROM consentry_links WHERE subject = $1 AND connector = $2 FOR UPDATE',
          [subject, connector],
        );
        await connection.query(
          `INSERT INTO consentry_links (subject, connector, delivery, linked_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (subject, connector) DO UPDATE SET delivery = excluded.delivery,
            linked_at = excluded.linked_at, number = excluded.number`,
          [subject, connector, row?.id, now],
        );
        if (previous && previous.delivery !== row?.id) await forget(connection, [previous.delivery]);
        let standings = toStandings(row);
        const records = await connection.query(
          'SELECT text, received_at FROM consentry_records WHERE subject = $1 ORDER BY number',
          [subject],
        );
        for (const { text, received_at } of records) {
          const record = JSON.parse(String(text)) as ConsentRecord;
          const acts = actsOf(record, String(received_at), { [connector]: purposes });
          standings = (await standingsAfter(connection, standings, acts, true)) ?? standings;
        }
        await say(connection, row?.id, standings, now);
        return 'linked';
      }),
    unlink: (subject) =>
      connections.transaction(async (connection) => {
        const rows = await connection.query(
          'DELETE FROM consentry_links WHERE subject = $1 RETURNING delivery',
          [subject],
        );
        await forget(
          connection,
          rows.map(({ delivery }) => delivery),
        );
      }),
    erase: ({ connector, contact, now }) =>
      connections.transaction(async (connection) => {
        const row = await findOrMake(connection, connector, contact, now);
        await connection.query('DELETE FROM consentry_links WHERE delivery = $1', [row?.id]);
        await say(connection, row?.id, {}, now, 1);
      }),
    contactsOf: async (subject) =>
      (
        await query(
          `SELECT d.connector, d.kind, d.contact FROM consentry_deliveries d
            JOIN consentry_links l ON l.delivery = d.id WHERE l.subject = $1 ORDER BY d.connector`,
          subject,
        )
      ).map((row) => ({ connector: String(row.connector), contact: toContact(row) })),
    async find({ connector, contact: { kind, value } }) {
      const [row] = await query(
        'SELECT id, standings FROM consentry_deliveries WHERE connector = $1 AND kind = $2 AND contact = $3',
        connector,
        kind,
        value,
      );
      if (!row) return undefined;
      const linked = await query(
        'SELECT subject FROM consentry_links WHERE delivery = $1 ORDER BY linked_at DESC, number DESC',
        row.id,
      );
      return { standings: toStandings(row), subjects: linked.map(({ subject }) => String(subject)) };
    },
    lease: ({ connector, now, leaseMs, limit, lease }) =>
      connections.transaction(async (connection) => {
        const rows = await connection.query(
          `SELECT * FROM consentry_deliveries d WHERE connector = $1 AND state = 'pending' AND due <= $2
            AND leased_until <= $2
            AND NOT EXISTS (SELECT 1 FROM consentry_holds h WHERE h.connector = d.connector AND h.until > $2)
            ORDER BY due, id LIMIT $3 FOR UPDATE SKIP LOCKED`,
          [connector, now, limit],
        );
        await connection.query(
          'UPDATE consentry_deliveries SET lease = $1, leased_until = $2 WHERE id = ANY($3::bigint[])',
          [lease, now + leaseMs, rows.map(({ id }) => id)],
        );
        return rows.map(toDelivery);
      }),
    settle: ({ id, version, lease, now, state, due, reason, failed, memory }) =>
      connections.transaction(async (connection) => {
        const [row] = await connection.query(
          'SELECT * FROM consentry_deliveries WHERE id = $1 AND lease = $2 FOR UPDATE',
          [id, lease],
        );
        if (!row) return;
        // Something was said meanwhile: that is still to be told, whatever became of this.
        const overtaken = Number(row.version) !== version;
        await connection.query(
          `UPDATE consentry_deliveries SET lease = '', leased_until = 0, state = $2, due = $3, reason = $4,
            attempts = $5, failing_since = $6, delivered_at = $7, memory = coalesce($8, memory) WHERE id = $1`,
          [
            id,
            overtaken ? 'pending' : state,
            overtaken ? row.due : (due ?? now),
            overtaken ? '' : reason,
            failed ? Number(row.attempts) + 1 : 0,
            failed ? Number(row.failing_since) || now : 0,
            state === 'delivered' ? now : row.delivered_at,
            memory ? JSON.stringify(memory) : null,
          ],
        );
        await forget(connection, [id]);
      }),
    hold: async ({ connector, kind, since, until, reason }) =>
      void (until > since
        ? await query(
            `INSERT INTO consentry_holds (connector, kind, since, until, reason) VALUES ($1, $2, $3, $4, $5)
              ON CONFLICT (connector) DO UPDATE SET kind = excluded.kind, since = excluded.since,
              until = excluded.until, reason = excluded.reason`,
            connector,
            kind,
            since,
            until,
            reason,
          )
        : await query('DELETE FROM consentry_holds WHERE connector = $1', connector)),
    holds: async () =>
      (await query('SELECT * FROM consentry_holds ORDER BY connector')).map((row) => ({
        connector: String(row.connector),
        kind: row.kind as 'key' | 'rate' | 'outage',
        since: Number(row.since),
        until: Number(row.until),
        reason: String(row.reason),
      })),
    list: async ({ connector = '', state = '', after = 0, limit }) =>
      (
        await query(
          `SELECT * FROM consentry_deliveries WHERE id > $1 AND (connector = $2 OR $2 = '')
            AND (state = $3 OR $3 = '') ORDER BY id LIMIT $4`,
          after,
          connector,
          state,
          limit,
        )
      ).map(toListed),
    async count({ connector = '' }) {
      const rows = await query(
        `SELECT state, count(*) AS number FROM consentry_deliveries WHERE connector = $1 OR $1 = '' GROUP BY state`,
        connector,
      );
      const counts = Object.fromEntries(rows.map(({ state, number }) => [String(state), Number(number)]));
      return { delivered: 0, pending: 0, parked: 0, dead: 0, ...counts };
    },
    retry: ({ connector = '', now }) =>
      connections.transaction(async (connection) => {
        await connection.query(`DELETE FROM consentry_holds WHERE connector = $1 OR $1 = ''`, [connector]);
        const rows = await connection.query(
          `UPDATE consentry_deliveries SET state = 'pending', due = $2, attempts = 0, failing_since = 0
            WHERE state <> 'delivered' AND (connector = $1 OR $1 = '') RETURNING id`,
          [connector, now],
        );
        return rows.length;
      }),
  };
}

/** The delivery of a person, locked until the commit. */
async function findOrMake(connection: Queryable, connector: string, { kind, value }: Contact, now: number) {
  await connection.query(
    `INSERT INTO consentry_deliveries (connector, kind, contact, state, due, changed_at)
      VALUES ($1, $2, $3, 'pending', $4, $4) ON CONFLICT DO NOTHING`,
    [connector, kind, value, now],
  );
  const [row] = await connection.query(
    'SELECT * FROM consentry_deliveries WHERE connector = $1 AND kind = $2 AND contact = $3 FOR UPDATE',
    [connector, kind, value],
  );
  return row;
}

/** Not what is with a worker, who may be telling the service right now. */
async function forget(connection: Queryable, ids: readonly unknown[]): Promise<void> {
  await connection.query(
    `DELETE FROM consentry_deliveries d WHERE id = ANY($1::bigint[]) AND state = 'delivered' AND lease = ''
      AND (erase = 1 OR NOT EXISTS (SELECT 1 FROM consentry_links l WHERE l.delivery = d.id))`,
    [ids],
  );
}
