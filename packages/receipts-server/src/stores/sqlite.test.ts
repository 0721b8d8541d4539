import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
    expect(database.prepare('PRAGMA user_version').all()[0]).toMatchObject({ user_version: 1 });
    database.close();
  });

  it('leaves a database from the future alone', async () => {
    const database = await openDatabase(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('says so when there is no such folder', async () => {
    await expect(openSqliteStore(join(folder, 'missing', 'receipts.db'))).rejects.toThrow();
  });

  it('finds records by id and by subject without looking through all of them', async () => {
    await (await openSqliteStore(file)).close();
    const database = await openDatabase(file);
    for (const [condition, index] of [
      ["id = 'x'", /USING INDEX sqlite_autoindex_records_1/],
      ["subject = 'x' AND position < 9 ORDER BY position DESC LIMIT 9", /USING INDEX records_by_subject/],
      ['position < 9 ORDER BY position DESC LIMIT 9', /USING INTEGER PRIMARY KEY/],
    ] as const) {
      const [plan] = database.prepare(`EXPLAIN QUERY PLAN SELECT * FROM records WHERE ${condition}`).all();
      expect(plan?.detail).toMatch(index);
    }
    database.close();
  });
});
