import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commit } from '@consentry/receipts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../../test/support/a-record.js';
import { aStoredRecord } from '../../../../test/support/receipt-store-suite.js';
import type { StoredRecord } from '../store.js';
import { openSqliteStore } from './sqlite.js';
import { openDatabase } from './sqlite-driver.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-sqlite-'));
  file = join(folder, 'receipts.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openSqliteStore', () => {
  it('writes ahead and says which version its tables have', async () => {
    await (await openSqliteStore(file)).close();
    const database = await openDatabase(file);
    expect(database.prepare('PRAGMA journal_mode').all()[0]).toMatchObject({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA user_version').all()[0]).toMatchObject({ user_version: 6 });
    database.close();
  });

  it('is readable by its owner only, with all the files that belong to it', async () => {
    const store = await openSqliteStore(file);
    await store.add(aStoredRecord(1));
    const names = readdirSync(folder);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    await store.close();
  });

  it('is whole in its one file when it is closed', async () => {
    const store = await openSqliteStore(file);
    const record = aStoredRecord(1);
    await store.add(record);
    expect(await store.get(record.id)).toEqual(record);
    await store.close();
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    const copied = await openSqliteStore(copy);
    expect(await copied.get(record.id)).toEqual(record);
    await copied.close();
  });

  it('brings a database of the first version up to date, and its records into the log in their order', async () => {
    const database = await openDatabase(file);
    database.exec(`CREATE TABLE records (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, subject TEXT NOT NULL,
      received_at TEXT NOT NULL, text TEXT NOT NULL, hash TEXT NOT NULL, receipt TEXT NOT NULL) STRICT;
      CREATE INDEX records_by_subject ON records (subject, position); PRAGMA user_version = 1`);
    const insert = database.prepare(
      'INSERT INTO records (id, subject, received_at, text, hash, receipt) VALUES (?, ?, ?, ?, ?, ?)',
    );
    database.exec('BEGIN');
    for (let number = 1; number <= 1200; number++) {
      const { id, subject, receivedAt, text, hash, receipt } = aStoredRecord(number);
      insert.run(id, subject, receivedAt, text, hash, receipt);
    }
    database.exec('COMMIT');
    database.close();
    const store = await openSqliteStore(file);
    const { salt, commitment, ...record } = (await store.get(aRecord(7).id)) as StoredRecord;
    expect(aStoredRecord(7)).toMatchObject(record);
    const encode = (part: string) => new TextEncoder().encode(part);
    expect(commitment).toEqual(commit(salt, [encode(record.text), encode(record.receipt)]));
    expect(await store.deliveries.list({ limit: 1 })).toEqual([]);
    expect(
      (await store.counters.read({ from: '2026-11-21', to: '2026-11-21' })).map(({ count }) => count),
    ).toEqual([1200, 1200]);
    await store.log.append({ limit: 2000, owner: 'test', leaseMs: 1 });
    const rows = await store.log.rows({ from: 0, limit: 2000 });
    expect(rows.map(({ entry }) => entry)).toEqual(
      Array.from({ length: 1200 }, (_, i) => aStoredRecord(i + 1).id),
    );
    await store.close();
  });

  it('leaves no address behind in the file once a person was erased', async () => {
    const store = await openSqliteStore(file);
    const person = { connector: 'brevo', contact: { kind: 'email', value: 'anna@example.com' } } as const;
    await store.deliveries.erase({ ...person, now: 1 });
    const [delivery] = await store.deliveries.lease({
      connector: 'brevo',
      now: 1,
      leaseMs: 1,
      limit: 1,
      lease: 'a',
    });
    const { id = 0, version = 0 } = delivery ?? {};
    await store.deliveries.settle({ id, version, lease: 'a', now: 1, state: 'delivered', reason: '' });
    await store.close();
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'latin1'), name).not.toContain('anna@example.com');
  });

  it('leaves a database from the future alone', async () => {
    const database = await openDatabase(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('stores nothing of a commit that fails, says so, and goes on', async () => {
    const store = await openSqliteStore(file);
    const database = await openDatabase(file);
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON records WHEN NEW.subject = '${aRecord(3).subject}'
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    const first = store.add(aStoredRecord(1));
    // That one goes alone, the other two together.
    await Promise.resolve();
    const results = await Promise.allSettled([
      first,
      ...[2, 3].map((number) => store.add(aStoredRecord(number))),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await store.list({ limit: 10 })).toEqual([aStoredRecord(1)]);
    expect(await store.add(aStoredRecord(2))).toEqual({ outcome: 'added' });
    database.close();
    await store.close();
  });

  it('says so when there is no such folder', async () => {
    await expect(openSqliteStore(join(folder, 'missing', 'receipts.db'))).rejects.toThrow();
  });

  it('finds records and what is due without looking through all of them', async () => {
    await (await openSqliteStore(file)).close();
    const database = await openDatabase(file);
    for (const [condition, index, table = 'records'] of [
      [
        "connector = 'x' AND state = 'pending' AND due <= 9 ORDER BY due, id LIMIT 9",
        /USING INDEX deliveries_due/,
        'deliveries',
      ],
      ["id = 'x'", /USING INDEX sqlite_autoindex_records_1/],
      ["subject = 'x' AND position < 9 ORDER BY position DESC LIMIT 9", /USING INDEX records_by_subject/],
      ['position < 9 ORDER BY position DESC LIMIT 9', /USING INTEGER PRIMARY KEY/],
    ] as const) {
      const [plan] = database.prepare(`EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE ${condition}`).all();
      expect(plan?.detail).toMatch(index);
    }
    database.close();
  });
});
