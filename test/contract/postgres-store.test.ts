import { rootOf } from '@consentry/receipts';
import {
  commitEntry,
  copyStore,
  openPostgresStore,
  openSqliteStore,
  type ReceiptStore,
} from '@consentry/receipts-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRecord } from '../support/a-record.js';
import { describeCounters } from '../support/counters-suite.js';
import { describeDeliveryQueue } from '../support/delivery-queue-suite.js';
import { describePeople } from '../support/people-suite.js';
import { type PostgresServer, startPostgres } from '../support/postgres.mjs';
import { describeReceiptLog } from '../support/receipt-log-suite.js';
import { aStoredRecord, describeReceiptStore } from '../support/receipt-store-suite.js';
import { describeSightings } from '../support/sightings-suite.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

const NOON = Date.UTC(2026, 10, 21, 12);
const empty = () => server.ask('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
const postgres = {
  name: 'postgres',
  open: () => openPostgresStore(server.url()),
  clean: async () => void (await empty()),
};
describeReceiptStore(postgres);
describeDeliveryQueue(postgres);
describeReceiptLog(postgres);
describePeople(postgres);
describeCounters(postgres);
describeSightings(postgres);

describe('openPostgresStore', () => {
  it('makes its tables once, whichever of several processes is first', async () => {
    const stores = await Promise.all(Array.from({ length: 5 }, () => postgres.open()));
    await Promise.all(stores.map((store, i) => store.add(aStoredRecord(i + 1))));
    expect(await stores[0]?.list({ limit: 10 })).toHaveLength(5);
    await Promise.all(stores.map((store) => store.close()));
    await empty();
  });

  it('leaves a database from the future alone', async () => {
    await (await postgres.open()).close();
    await server.ask('UPDATE consentry_version SET version = 99');
    await expect(postgres.open()).rejects.toMatchObject({ code: 'database-newer' });
    await empty();
  });

  it('counts the records of a database from before the counters', async () => {
    const before = await postgres.open();
    await Promise.all([1, 2, 3].map((number) => before.add(aStoredRecord(number))));
    await before.close();
    await server.ask('DROP TABLE consentry_insights; UPDATE consentry_version SET version = 1');
    const store = await postgres.open();
    const counts = await store.counters.read({ from: '', to: '9' });
    expect(counts.map(({ count }) => count)).toEqual([3, 3]);
    expect(await store.counters.recount({ day: '2026-11-21', repair: false })).toEqual([]);
    await store.close();
    await empty();
  });

  it('refuses a database that forgets what it has acknowledged', async () => {
    await server.ask('ALTER DATABASE postgres SET synchronous_commit = off');
    await expect(postgres.open()).rejects.toMatchObject({ code: 'not-durable' });
    await server.ask('ALTER DATABASE postgres RESET synchronous_commit');
  });

  it('keeps no connection to a database that takes no writes, and goes on when it does again', async () => {
    const store = await postgres.open();
    const turn = async (value: string) => {
      await server.ask(`ALTER SYSTEM SET default_transaction_read_only = ${value}`);
      await server.ask('SELECT pg_reload_conf()');
    };
    await store.add(aStoredRecord(1));
    // As on a standby, and for connections that are there already.
    await turn('on');
    await expect
      .poll(() => store.log.add(commitEntry('audit', {}, NOON)).catch(({ code }) => code))
      .toBe('25006');
    await expect(store.add(aStoredRecord(2))).rejects.toThrow('takes no writes');
    // Reading would work, and would make a server seem ready.
    await expect(store.list({ limit: 1 })).rejects.toThrow('takes no writes');
    await turn('off');
    await expect.poll(() => store.add(aStoredRecord(2)).catch(String)).toEqual({ outcome: 'added' });
    expect(await store.list({ limit: 10 })).toHaveLength(2);
    await store.close();
    await empty();
  });

  it('does without prepared statements behind a pooler that lends its connections to others in between', async () => {
    await (await postgres.open()).close();
    // What others leave behind: our statement is gone, or there is one of its name.
    await server.ask(`CREATE TABLE prepared (name text);
      CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO prepared SELECT name FROM pg_prepared_statements; EXECUTE 'DEALLOCATE ALL'; RETURN NULL;
      END $$;
      CREATE TRIGGER forget AFTER INSERT ON consentry_records FOR EACH STATEMENT EXECUTE FUNCTION forget();
      CREATE FUNCTION occupy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        EXECUTE format('PREPARE %I AS SELECT 1', (SELECT name FROM prepared)); RETURN NULL;
      END $$;
      CREATE TRIGGER occupy AFTER INSERT ON consentry_shown FOR EACH STATEMENT EXECUTE FUNCTION occupy()`);
    const gone = await postgres.open();
    for (const number of [1, 2, 3])
      expect(await gone.add(aStoredRecord(number))).toEqual({ outcome: 'added' });
    await gone.close();
    expect(await server.ask('SELECT count(*) AS number FROM prepared')).toEqual([{ number: '1' }]);
    const taken = await postgres.open();
    await taken.putShown({ hash: 'sha256-a', text: '{}' });
    for (const number of [4, 5]) expect(await taken.add(aStoredRecord(number))).toEqual({ outcome: 'added' });
    expect(await taken.list({ limit: 10 })).toHaveLength(5);
    await taken.close();
    await empty();
  });

  it('rejects when nobody answers', async () => {
    await expect(openPostgresStore('postgres://consentry@127.0.0.1:1/none')).rejects.toThrow();
  });

  it('has a partition for every month, and one for odd clocks, from which a later month takes its own', async () => {
    const store = await openPostgresStore(server.url(), { now: () => NOON });
    const idAt = (ms: number) => {
      const time = ms.toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000001`;
    };
    const ids = [idAt(NOON), idAt(0), idAt(Date.UTC(2027, 4, 5)), idAt(Date.UTC(2031, 1, 1))];
    for (const [i, id] of ids.entries()) await store.add(aStoredRecord(i + 1, { id }));
    const partitions = async () =>
      Object.fromEntries(
        (await server.ask('SELECT tableoid::regclass::text AS name, id FROM consentry_records')).map(
          (row) => [row.id, row.name],
        ),
      );
    expect(await partitions()).toEqual({
      [ids[0] as string]: 'consentry_records_2026_11',
      [ids[1] as string]: 'consentry_records_default',
      [ids[2] as string]: 'consentry_records_default',
      [ids[3] as string]: 'consentry_records_default',
    });
    await store.close();
    const later = await openPostgresStore(server.url(), { now: () => Date.UTC(2027, 3, 20) });
    expect((await partitions())[ids[2] as string]).toBe('consentry_records_2027_05');
    expect(await later.list({ limit: 10 })).toHaveLength(4);
    expect(await later.add(aStoredRecord(3, { id: ids[2] as string }))).toMatchObject({
      outcome: 'duplicate',
    });
    await later.close();
    await empty();
  });

  it('lets one process give positions, and another only when the first is gone or has let go', async () => {
    const store = await postgres.open();
    const append = (owner: string, leaseMs = 60_000) => store.log.append({ limit: 10, owner, leaseMs });
    await store.add(aStoredRecord(1));
    expect(await append('one')).toMatchObject({ appended: 1 });
    await store.add(aStoredRecord(2));
    expect(await append('two')).toBeUndefined();
    await store.log.release('two');
    expect(await append('two')).toBeUndefined();
    await store.log.release('one');
    expect(await append('two', 1)).toMatchObject({ appended: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await append('three')).toMatchObject({ appended: 0 });
    await store.close();
    await empty();
  });

  it('stores two groups that hold the same records the other way round', async () => {
    const stores = await Promise.all([postgres.open(), postgres.open()]);
    for (let round = 0; round < 10; round++) {
      const records = Array.from({ length: 40 }, (_, i) => aStoredRecord(round * 100 + i + 1));
      const results = await Promise.all([
        ...records.map((record) => stores[0]?.add(record)),
        ...[...records].reverse().map((record) => stores[1]?.add(record)),
      ]);
      expect(results.filter((result) => result?.outcome === 'added')).toHaveLength(40);
      expect(results.filter((result) => result?.outcome === 'duplicate')).toHaveLength(40);
    }
    expect(await stores[0]?.log.waiting()).toBe(400);
    await Promise.all(stores.map((store) => store.close()));
    await empty();
  });

  it('finds records and what is due without looking through all of them', async () => {
    const store = await postgres.open();
    for (const [sql, index] of [
      [`SELECT 1 FROM consentry_records WHERE id = '${aRecord(1).id}'`, /_pkey/],
      [
        "SELECT 1 FROM consentry_records WHERE subject = 'x' AND number < 9 ORDER BY number DESC LIMIT 9",
        /subject_number_idx/,
      ],
      ['SELECT 1 FROM consentry_records WHERE number < 9 ORDER BY number DESC LIMIT 9', /number_idx/],
      [
        "SELECT 1 FROM consentry_records WHERE received_at < 'x' ORDER BY received_at LIMIT 9",
        /received_at_idx/,
      ],
      ['SELECT 1 FROM consentry_log WHERE position >= 5 ORDER BY position LIMIT 9', /consentry_log_pkey/],
      [`SELECT 1 FROM consentry_log WHERE entry = '${aRecord(1).id}'`, /consentry_log_by_entry/],
      ['SELECT 1 FROM consentry_checkpoints ORDER BY size DESC LIMIT 1', /consentry_checkpoints_by_size/],
      [
        "SELECT 1 FROM consentry_deliveries WHERE connector = 'x' AND state = 'pending' AND due <= 9 ORDER BY due, id LIMIT 9",
        /consentry_deliveries_due/,
      ],
    ] as const) {
      // Small tables are read whole, whatever index they have.
      const plan = await server.ask(`SET enable_seqscan = off; EXPLAIN ${sql}`).catch(String);
      expect(JSON.stringify(plan), sql).toMatch(index);
      expect(JSON.stringify(plan), sql).not.toMatch(/Seq Scan/);
    }
    await store.close();
    await empty();
  });
});

describe('copyStore', () => {
  const fill = async (store: ReceiptStore) => {
    for (let number = 1; number <= 700; number++) void store.add(aStoredRecord(number));
    await store.add(aStoredRecord(701));
    await store.log.add(commitEntry('audit', { action: 'read' }, NOON));
    await store.log.append({ limit: 650, owner: 'one', leaseMs: 1 });
    const erasure = commitEntry('erasure', { erased: [] }, NOON);
    await store.people.erase({ ids: [aRecord(3).id, aRecord(700).id], entry: erasure });
    await store.people.link({ account: 'customer-7', subject: aRecord(1).subject, now: NOON });
    await store.people.hold({ subject: aRecord(2).subject, reason: 'claim', since: '2026-11-21' });
    await store.putShown({ hash: 'sha256-a', text: '{"language":"en"}' });
    await store.log.saveCheckpoint({ size: 650, note: 'note', at: '2026-11-21T07:00:00.000Z' });
    const contact = { kind: 'email', value: 'anna@example.com' } as const;
    const link = { subject: aRecord(1).subject, connector: 'crm', contact, purposes: [], now: NOON };
    await store.deliveries.link(link);
    const sighting = {
      site: 'tea',
      host: 'a.example',
      kind: 'unlisted',
      at: '2026-11-21T07:00:00Z',
    } as const;
    await store.sightings.add({ sightings: [sighting], since: '', mostHosts: 9 });
  };
  const describeStore = async (store: ReceiptStore) => ({
    records: await store.list({ limit: 2000 }),
    rows: await store.log.rows({ from: 0, limit: 2000 }),
    waiting: (await store.log.waitingRows({ after: 0, limit: 2000 })).map(({ entry, commitment }) => [
      entry,
      commitment,
    ]),
    entries: await store.log.entries({ limit: 2000 }),
    checkpoints: await store.log.checkpoints(),
    nodes: await store.log.hashes({ level: 8, from: 0, to: 100 }),
    root: rootOf(await store.log.state()),
    holds: await store.people.legalHolds(),
    subjects: await store.people.subjectsOf('customer-7'),
    shown: await store.getShown('sha256-a'),
    counts: (await store.counters.read({ from: '', to: '9' })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    deliveries: await store.deliveries.list({ limit: 10 }),
    sightings: await store.sightings.list(),
  });

  it('moves everything from SQLite to PostgreSQL and back, and the log has the same root', async () => {
    const first = await openSqliteStore(':memory:');
    await fill(first);
    const second = await postgres.open();
    expect(await copyStore(first, second)).toMatchObject({ size: 650, rows: { records: 699, log: 650 } });
    expect(await describeStore(second)).toEqual(await describeStore(first));
    // And both go on alike.
    for (const store of [first, second]) {
      await store.add(aStoredRecord(900));
      await store.log.append({ limit: 1000, owner: 'one', leaseMs: 1 });
    }
    expect(await describeStore(second)).toEqual(await describeStore(first));
    const third = await openSqliteStore(':memory:');
    await copyStore(second, third);
    expect(await describeStore(third)).toEqual(await describeStore(first));
    await Promise.all([first, second, third].map((store) => store.close()));
    await empty();
  });

  it('does not copy into a store that is not empty, or out of one whose log does not fit', async () => {
    const [first, second] = await Promise.all([openSqliteStore(':memory:'), openSqliteStore(':memory:')]);
    await fill(first);
    await second.add(aStoredRecord(1));
    await expect(copyStore(first, second)).rejects.toThrow('not empty');
    const broken = {
      ...first,
      log: new Proxy(first.log, {
        get: (log, name) =>
          name === 'rows'
            ? async (query: { from: number; limit: number }) =>
                (await log.rows(query)).filter(({ position }) => position !== 5)
            : log[name as keyof typeof log],
      }),
    };
    const third = await postgres.open();
    await expect(copyStore(broken, third)).rejects.toThrow('does not go on at position 6');
    await Promise.all([first, second, third].map((store) => store.close()));
    await empty();
  });
});
