import type { ConsentRecord } from '@consentry/receipts';
import { type Act, actsOf, applyActs, type Standings } from '../deliveries/act.js';
import type { Contact, DeliveryQueue } from '../deliveries/delivery-queue.js';
import { toContact, toDelivery, toListed } from './delivery-rows.js';
import type { SqliteDatabase } from './sqlite-driver.js';
import { inTransaction } from './sqlite-transaction.js';

/** A {@link DeliveryQueue} that answers at once, and `enqueue` for the transaction that stores a record. */
export type SqliteDeliveries = {
  readonly [Method in keyof DeliveryQueue]: (
    ...values: Parameters<DeliveryQueue[Method]>
  ) => Awaited<ReturnType<DeliveryQueue[Method]>>;
} & { readonly enqueue: (subject: string, acts: readonly Act[], receivedAt: string) => void };

/** The queue in the tables `deliveries`, `links` and `holds`. */
export function createDeliveries(database: SqliteDatabase): SqliteDeliveries {
  const statement = (sql: string) => database.prepare(sql);
  const byPerson = statement('SELECT * FROM deliveries WHERE connector = ? AND kind = ? AND contact = ?');
  const byLink = statement(
    'SELECT d.* FROM deliveries d JOIN links l ON l.delivery = d.id WHERE l.subject = ? AND d.connector = ?',
  );
  const allOf = statement(
    'SELECT d.* FROM deliveries d JOIN links l ON l.delivery = d.id WHERE l.subject = ?',
  );
  const insert = statement(
    "INSERT INTO deliveries (connector, kind, contact, state, due, changed_at) VALUES (?, ?, ?, 'pending', ?, ?)",
  );
  const change = statement(
    `UPDATE deliveries SET standings = ?, erase = ?, version = version + 1, state = 'pending', due = ?,
      changed_at = ?, attempts = 0, failing_since = 0, reason = '' WHERE id = ?`,
  );
  const addLink = statement(
    'INSERT OR REPLACE INTO links (subject, connector, delivery, linked_at) VALUES (?, ?, ?, ?)',
  );
  const dropLinksOf = statement('DELETE FROM links WHERE subject = ?');
  const dropLinksTo = statement('DELETE FROM links WHERE delivery = ?');
  const subjects = statement(
    'SELECT subject FROM links WHERE delivery = ? ORDER BY linked_at DESC, rowid DESC',
  );
  const texts = statement('SELECT text, received_at FROM records WHERE subject = ? ORDER BY position');
  const textOf = statement('SELECT text FROM records WHERE id = ?');
  // Kept while it is with a worker, who may be telling the service right now.
  const forget = statement(
    `DELETE FROM deliveries WHERE id = ? AND state = 'delivered' AND lease = ''
      AND (erase = 1 OR NOT EXISTS (SELECT 1 FROM links WHERE delivery = deliveries.id))`,
  );
  const due = statement(
    `SELECT * FROM deliveries WHERE connector = ? AND state = 'pending' AND due <= ? AND leased_until <= ?
      AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.connector = deliveries.connector AND h.until > ?)
      ORDER BY due, id LIMIT ?`,
  );
  const take = statement('UPDATE deliveries SET lease = ?, leased_until = ? WHERE id = ?');
  const leased = statement('SELECT * FROM deliveries WHERE id = ? AND lease = ?');
  const letGo = statement("UPDATE deliveries SET lease = '', leased_until = 0 WHERE id = ?");
  const remember = statement('UPDATE deliveries SET memory = ? WHERE id = ?');
  const conclude = statement(
    `UPDATE deliveries SET state = ?, due = ?, reason = ?, attempts = ?, failing_since = ?, delivered_at = ?
      WHERE id = ?`,
  );
  const setHold = statement(
    'INSERT OR REPLACE INTO holds (connector, kind, since, until, reason) VALUES (?, ?, ?, ?, ?)',
  );
  const dropHold = statement("DELETE FROM holds WHERE connector = ? OR ? = ''");
  const allHolds = statement('SELECT * FROM holds ORDER BY connector');
  const page = statement(
    `SELECT * FROM deliveries WHERE id > ? AND (connector = ? OR ? = '') AND (state = ? OR ? = '')
      ORDER BY id LIMIT ?`,
  );
  const count = statement(
    "SELECT state, COUNT(*) AS number FROM deliveries WHERE connector = ? OR ? = '' GROUP BY state",
  );
  const waiting = statement(
    "SELECT id FROM deliveries WHERE state <> 'delivered' AND (connector = ? OR ? = '')",
  );
  const again = statement(
    `UPDATE deliveries SET state = 'pending', due = ?, attempts = 0, failing_since = 0 WHERE id = ?`,
  );

  // `all` and not `get`, which leaves the statement open, and a commit waits for open statements.
  const person = (connector: string, { kind, value }: Contact) => byPerson.all(connector, kind, value)[0];
  const statusIn = (record: string, purpose: string) => {
    const [row] = textOf.all(record);
    return row && (JSON.parse(String(row.text)) as ConsentRecord).statuses[purpose];
  };
  const findOrMake = (connector: string, contact: Contact, now: number) => {
    if (!person(connector, contact)) insert.run(connector, contact.kind, contact.value, now, now);
    return person(connector, contact) as NonNullable<ReturnType<typeof person>>;
  };
  const say = (id: unknown, standings: Standings, now: number) =>
    change.run(JSON.stringify(standings), 0, now, now, Number(id));
  const standingsOf = (row: { readonly standings?: unknown }) =>
    JSON.parse(String(row.standings)) as Standings;

  return {
    enqueue(subject, acts, receivedAt) {
      for (const connector of new Set(acts.map((act) => act.connector))) {
        const [row] = byLink.all(subject, connector);
        if (!row || row.erase === 1) continue;
        const own = acts.filter((act) => act.connector === connector);
        const standings = applyActs(standingsOf(row), own, { statusIn });
        if (standings) say(row.id, standings, Date.parse(receivedAt));
      }
    },
    link: ({ subject, connector, contact, purposes, now }) =>
      inTransaction(database, () => {
        const row = findOrMake(connector, contact, now);
        if (row.erase === 1) return 'being-erased';
        const [previous] = byLink.all(subject, connector);
        addLink.run(subject, connector, Number(row.id), now);
        if (previous && previous.id !== row.id) forget.run(Number(previous.id));
        let standings = standingsOf(row);
        for (const { text, received_at } of texts.all(subject)) {
          const record = JSON.parse(String(text)) as ConsentRecord;
          const acts = actsOf(record, String(received_at), { [connector]: purposes });
          standings = applyActs(standings, acts, { earlier: true, statusIn }) ?? standings;
        }
        say(row.id, standings, now);
        return 'linked';
      }),
    unlink: (subject) =>
      inTransaction(database, () => {
        const rows = allOf.all(subject);
        dropLinksOf.run(subject);
        for (const { id } of rows) forget.run(Number(id));
      }),
    erase: ({ connector, contact, now }) =>
      inTransaction(database, () => {
        const { id } = findOrMake(connector, contact, now);
        dropLinksTo.run(Number(id));
        change.run('{}', 1, now, now, Number(id));
      }),
    contactsOf: (subject) =>
      allOf.all(subject).map((row) => ({ connector: String(row.connector), contact: toContact(row) })),
    find({ connector, contact }) {
      const row = person(connector, contact);
      if (!row) return undefined;
      const linked = subjects.all(Number(row.id)).map(({ subject }) => String(subject));
      return { standings: standingsOf(row), subjects: linked };
    },
    lease: ({ connector, now, leaseMs, limit, lease }) =>
      inTransaction(database, () => {
        const rows = due.all(connector, now, now, now, limit);
        for (const { id } of rows) take.run(lease, now + leaseMs, Number(id));
        return rows.map(toDelivery);
      }),
    settle(settlement) {
      const erased = inTransaction(database, () => {
        const { id, now, failed, memory, reason } = settlement;
        const [row] = leased.all(id, settlement.lease);
        if (!row) return false;
        letGo.run(id);
        if (memory) remember.run(JSON.stringify(memory), id);
        // Something was said meanwhile: that is still to be told, whatever became of this.
        const overtaken = row.version !== settlement.version;
        const state = overtaken ? 'pending' : settlement.state;
        conclude.run(
          state,
          overtaken ? Number(row.due) : (settlement.due ?? now),
          overtaken ? '' : reason,
          failed ? Number(row.attempts) + 1 : 0,
          failed ? Number(row.failing_since) || now : 0,
          settlement.state === 'delivered' ? now : Number(row.delivered_at),
          id,
        );
        forget.run(id);
        return row.erase === 1 && state === 'delivered';
      });
      // The write-ahead log still has the address; this empties it, unless somebody is reading right now.
      if (erased) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    hold({ connector, kind, since, until, reason }) {
      if (until > since) setHold.run(connector, kind, since, until, reason);
      else dropHold.run(connector, connector);
    },
    holds: () =>
      allHolds.all().map((row) => ({
        connector: String(row.connector),
        kind: row.kind as 'key' | 'rate' | 'outage',
        since: Number(row.since),
        until: Number(row.until),
        reason: String(row.reason),
      })),
    list: ({ connector = '', state = '', after = 0, limit }) =>
      page.all(after, connector, connector, state, state, limit).map(toListed),
    count: ({ connector = '' }) => ({
      ...{ delivered: 0, pending: 0, parked: 0, dead: 0 },
      ...Object.fromEntries(
        count.all(connector, connector).map(({ state, number }) => [String(state), Number(number)]),
      ),
    }),
    retry: ({ connector = '', now }) =>
      inTransaction(database, () => {
        dropHold.run(connector, connector);
        const rows = waiting.all(connector, connector);
        for (const { id } of rows) again.run(now, Number(id));
        return rows.length;
      }),
  };
}
