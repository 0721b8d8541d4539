import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrivateKey, importSigningKey, type SigningKey, toBase64url } from '@consentry/receipts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../../test/support/a-record.js';
import { createReceiptsApp } from '../app.js';
import type { ReceiptStore } from '../store.js';
import { openSqliteStore } from '../stores/sqlite.js';
import { openDatabase, type SqliteDatabase } from '../stores/sqlite-driver.js';
import { checkLog } from './check-log.js';
import { commitEntry } from './commit-entry.js';
import { createIntegrator } from './integrator.js';

const RECORDS = 20;
let folder: string;
let file: string;
let store: ReceiptStore;
let key: SigningKey;
/** What a witness kept before anybody touched the database. */
let witnessed: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-check-'));
  file = join(folder, 'receipts.db');
  store = await openSqliteStore(file);
  key = await importSigningKey(await createPrivateKey());
  const app = createReceiptsApp({
    ...{ store, signingKey: key, issuer: 'https://example.com', clientAddress: () => '192.0.2.1' },
  });
  for (let number = 1; number <= RECORDS; number++) {
    const body = JSON.stringify(aRecord(number));
    await app.fetch(new Request('https://example.com/consentry/records', { method: 'POST', body }));
  }
  await integrate();
  witnessed = (await store.log.checkpoint())?.note ?? '';
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function integrate(signingKey = key): Promise<void> {
  const report = (message: string) => expect.fail(message);
  await createIntegrator({ log: store.log, signingKey, origin: 'example.com/log', report }).run();
}
async function tamper(change: (database: SqliteDatabase) => void): Promise<void> {
  const database = await openDatabase(file);
  change(database);
  database.close();
}
const check = (options: object = {}) => checkLog(store, { trustedKeys: [key.publicKey], ...options });
const codes = async (options: object = {}) => [
  ...new Set((await check(options)).findings.map(({ code }) => code)),
];
const messages = async (options: object = {}) =>
  (await check(options)).findings.map(({ code, message }) => `${code}: ${message}`);
const idAt = async (position: number) => (await store.log.rows({ from: position, limit: 1 }))[0]?.entry;
const run = (sql: string) => tamper((database) => database.exec(sql));

/** Writes the chain, the tree and the state anew, as somebody with the software and the database can. */
async function rebuild(): Promise<void> {
  const rows = await store.log.rows({ from: 0, limit: 1000 });
  await tamper((database) => {
    database.exec('DELETE FROM log; DELETE FROM log_nodes; DELETE FROM log_state; DELETE FROM log_waiting');
    const wait = database.prepare('INSERT INTO log_waiting (entry, commitment) VALUES (?, ?)');
    for (const { entry, commitment } of rows) wait.run(entry, toBase64url(commitment));
  });
  await store.log.append({ limit: 1000, owner: 'forger', leaseMs: 1 });
}

describe('a log nobody has touched', () => {
  it('is found whole, with all that is in it', async () => {
    expect(await check()).toEqual({
      ...{ size: RECORDS + 1, records: RECORDS, entries: 1, erased: 0, waiting: 0, checkpoints: 1 },
      findings: [],
    });
    expect(await codes({ checkpoints: [witnessed] })).toEqual([]);
  });

  it('is whole while records wait, after they were taken in, and with a new key', async () => {
    await store.log.add(commitEntry('audit', { action: 'read' }, Date.now()));
    expect(await check()).toMatchObject({ waiting: 1, findings: [] });
    const next = await importSigningKey(await createPrivateKey());
    await integrate(next);
    expect(await codes({ trustedKeys: [key.publicKey, next.publicKey] })).toEqual([]);
  });

  it('is whole after an erasure that the log speaks of', async () => {
    const [first] = await store.people.recordsOf({ subject: aRecord(5).subject, limit: 10 });
    const erased = [toBase64url(first?.commitment as Uint8Array)];
    const entry = commitEntry('erasure', { erased }, Date.now());
    expect(await store.people.erase({ ids: [aRecord(5).id], entry })).toBe('erased');
    await integrate();
    expect(await store.get(aRecord(5).id)).toBeUndefined();
    expect(await check({ checkpoints: [witnessed] })).toMatchObject({
      erased: 1,
      records: RECORDS - 1,
      findings: [],
    });
  });
});

describe('an edit of the database is found and named', () => {
  it.each([
    ['the text of a record', `text = replace(text, '"grant"', '"deny"')`],
    ['white space in it', `text = text || ' '`],
    ['its receipt', `receipt = replace(receipt, 'https://example.com', 'https://example.org')`],
    ['white space in that', `receipt = receipt || ' '`],
    ['its time', `received_at = '2026-11-21T07:00:00.000Z'`],
    ['its subject', `subject = 'AbCdEfGhIjKlMnOpQrSt-_'`],
    ['its hash', `hash = 'sha256-' || substr(hash, 9) || 'A'`],
    ['its salt', `salt = 'AAAAAAAAAAAAAAAAAAAAAA'`],
    ['its commitment', `commitment = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'`],
  ])('altered: %s', async (_, change) => {
    await run(`UPDATE records SET ${change} WHERE id = '${aRecord(5).id}'`);
    expect(await codes()).toContain('altered');
    expect((await messages()).join()).toContain(aRecord(5).id);
  });

  it('altered: an entry of our own', async () => {
    await run(`UPDATE log_entries SET text = replace(text, 'key', 'cat')`);
    expect(await codes()).toEqual(['altered']);
  });

  it('altered: a row of the log', async () => {
    await run(`UPDATE log SET commitment = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' WHERE position = 7`);
    expect(await messages()).toContain('altered: Position 7: the row is not the one that was added.');
    expect(await codes()).toContain('forked');
  });

  it('altered: a hash of the tree', async () => {
    for (let number = 0; number < 300; number++)
      await store.log.add(commitEntry('audit', { number }, Date.now()));
    await integrate();
    expect(await codes()).toEqual([]);
    await run(`UPDATE log_nodes SET hash = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'`);
    expect(await messages()).toEqual(['altered: The hash over positions 0 to 255.']);
  });

  it('missing: a record', async () => {
    await run(`DELETE FROM records WHERE id = '${aRecord(5).id}'`);
    expect(await messages()).toEqual([expect.stringMatching(/^missing: Position \d+: .* is gone\.$/)]);
  });

  it('missing: a record whose row was made to look erased', async () => {
    await run(`DELETE FROM records WHERE id = '${aRecord(5).id}';
      UPDATE log SET entry = '' WHERE entry = '${aRecord(5).id}'`);
    expect(await messages()).toEqual([expect.stringContaining('deleted without a word in the log')]);
  });

  it('missing: a record with its row', async () => {
    const id = await idAt(5);
    await run(`DELETE FROM log WHERE position = 5; DELETE FROM records WHERE id = '${id}'`);
    expect(await messages()).toContain('missing: Positions 5 to 5 are not there.');
  });

  it('missing: a row, and those after it moved up', async () => {
    const id = await idAt(5);
    await run(`DELETE FROM log WHERE position = 5; DELETE FROM records WHERE id = '${id}';
      UPDATE log SET position = position - 1 WHERE position > 5; UPDATE log_state SET size = size - 1`);
    expect(await messages()).toContain('missing: Position 5: something before it is gone.');
  });

  it('missing: the end of the log', async () => {
    await run(`DELETE FROM records WHERE id IN (SELECT entry FROM log WHERE position >= 18);
      DELETE FROM log WHERE position >= 18`);
    expect(await messages()).toContain(`missing: The log has 18 rows, and ${RECORDS + 1} were signed for.`);
  });

  it('missing: the end of the log with its checkpoint, for whoever kept one', async () => {
    await run(`DELETE FROM records WHERE id IN (SELECT entry FROM log WHERE position >= 18); DELETE FROM log_entries;
      DELETE FROM log WHERE position >= 18; DELETE FROM checkpoints`);
    await rebuild();
    await integrate();
    expect(await codes()).toEqual([]);
    expect(await codes({ checkpoints: [witnessed] })).toContain('missing');
  });

  it('inserted: a record that never went through the log', async () => {
    await run(`INSERT INTO records (id, subject, received_at, text, hash, receipt, salt, commitment)
      SELECT '${aRecord(99).id}', subject, received_at, text, hash, receipt, salt, commitment FROM records LIMIT 1`);
    expect(await messages()).toContain(`inserted: ${aRecord(99).id} never went through the log.`);
  });

  it('inserted: a row between two', async () => {
    await run(`UPDATE log SET position = -position - 1 WHERE position >= 9; UPDATE log SET position = -position WHERE position < 0;
      INSERT INTO log (position, entry, commitment, chain) SELECT 9, '', commitment, chain FROM log WHERE position = 3;
      UPDATE log_state SET size = size + 1`);
    expect(await messages()).toContain('inserted: Position 9: this row was put in.');
  });

  it.each([
    ['what stands in them', 'entry, commitment'],
    ['all of them', 'entry, commitment, chain'],
  ])('reordered: two rows that changed places, %s', async (_, columns) => {
    const rows = await store.log.rows({ from: 0, limit: 100 });
    await tamper((database) => {
      for (const [at, other] of [
        [4, 11],
        [11, 4],
      ] as const) {
        const { entry = '', commitment, chain } = rows[other] ?? {};
        const values = [entry, toBase64url(commitment as Uint8Array), toBase64url(chain as Uint8Array)];
        for (const [i, column] of columns.split(', ').entries())
          database.prepare(`UPDATE log SET ${column} = ? WHERE position = ?`).run(values[i] as string, at);
      }
    });
    expect(await messages()).toContain('reordered: Position 4: what belongs here is at 11.');
  });

  it('forked: a log that was written anew, with everything in it fitting together', async () => {
    const id = await idAt(5);
    await run(`DELETE FROM records WHERE id = '${id}'; DELETE FROM log WHERE position = 5`);
    await rebuild();
    await store.log.add(commitEntry('audit', {}, Date.now()));
    await store.log.append({ limit: 10, owner: 'forger', leaseMs: 1 });
    expect(await codes()).toEqual(['forked']);
    expect(await messages()).toContain(
      `forked: Checkpoint at ${RECORDS + 1}: another log than this one was signed.`,
    );
  });

  it('forked: the same by whoever has the key too, for somebody who kept a checkpoint', async () => {
    const id = await idAt(5);
    await run(
      `DELETE FROM records WHERE id = '${id}'; DELETE FROM log WHERE position = 5; DELETE FROM checkpoints`,
    );
    await rebuild();
    await store.log.add(commitEntry('audit', {}, Date.now()));
    await integrate();
    expect(await codes()).toEqual([]);
    expect(await codes({ checkpoints: [witnessed] })).toEqual(['forked']);
  });

  it('bad-signature: a checkpoint and a receipt that the key did not sign', async () => {
    await run(
      `UPDATE checkpoints SET note = replace(note, '${RECORDS + 1}', '${RECORDS}'), size = ${RECORDS}`,
    );
    expect(await codes()).toEqual(['bad-signature']);
  });

  it('unknown-key: a log that somebody else has signed', async () => {
    const stranger = await importSigningKey(await createPrivateKey());
    expect(await codes({ trustedKeys: [stranger.publicKey] })).toEqual(['unknown-key']);
    expect(await codes({ trustedKeys: [] })).toEqual(['unknown-key']);
  });
});
