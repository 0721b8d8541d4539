// What the engines do by themselves, with the same rows and nobody in between.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { recordText } from './records.mjs';

/** Milliseconds that one flush takes, at its median: what is asked of the system, and what it takes to wake up again. */
export function rawFlush(folder) {
  const file = fs.openSync(join(folder, 'flush'), 'w');
  const times = Array.from({ length: 300 }, () => {
    const start = performance.now();
    fs.fdatasyncSync(file);
    return performance.now() - start;
  });
  fs.closeSync(file);
  return times.sort((one, other) => one - other)[150];
}

/** Rows a second into SQLite as the store has it, `together` in a commit. Runs in a process of its own: see grow.mjs. */
export async function rawSqlite(folder, together, seconds) {
  const database = await openSqlite(join(folder, `raw-${together}.db`));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(
    'CREATE TABLE records (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, text TEXT NOT NULL, salt TEXT NOT NULL, commitment TEXT NOT NULL) STRICT; CREATE INDEX s ON records (subject, position)',
  );
  const insert = database.prepare(
    'INSERT INTO records (id, subject, text, salt, commitment) VALUES (?, ?, ?, ?, ?)',
  );
  let rows = 0;
  const start = performance.now();
  while (performance.now() - start < seconds * 1000) {
    database.exec('BEGIN IMMEDIATE');
    for (let i = 0; i < together; i++) {
      const text = recordText(1, rows++);
      const { id, subject } = JSON.parse(text);
      insert.run(
        id,
        subject,
        text,
        randomBytes(16).toString('base64url'),
        randomBytes(32).toString('base64url'),
      );
    }
    database.exec('COMMIT');
  }
  database.close();
  return (rows / (performance.now() - start)) * 1000;
}

/** Rows a second into PostgreSQL through `unnest`, `together` in a commit, over `lanes` connections. */
export async function rawPostgres(url, together, lanes, seconds) {
  const clients = await Promise.all(
    Array.from({ length: lanes }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  await clients[0].query(
    'DROP TABLE IF EXISTS raw; CREATE TABLE raw (id uuid PRIMARY KEY, number bigserial, subject text, text text, salt bytea, commitment bytea); CREATE INDEX raw_s ON raw (subject, number)',
  );
  let rows = 0;
  const start = performance.now();
  await Promise.all(
    clients.map(async (client, lane) => {
      let number = 0;
      while (performance.now() - start < seconds * 1000) {
        const texts = Array.from({ length: together }, () => recordText(lane, number++));
        const parsed = texts.map((text) => JSON.parse(text));
        await client.query(
          'INSERT INTO raw (id, subject, text, salt, commitment) SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::bytea[]) ON CONFLICT DO NOTHING',
          [
            parsed.map(({ id }) => id),
            parsed.map(({ subject }) => subject),
            texts,
            texts.map(() => randomBytes(16)),
            texts.map(() => randomBytes(32)),
          ],
        );
        rows += together;
      }
    }),
  );
  const rate = (rows / (performance.now() - start)) * 1000;
  await Promise.all(clients.map((client) => client.end()));
  return rate;
}

async function openSqlite(file) {
  const builtin = process.getBuiltinModule?.('node:sqlite');
  if (builtin) return new builtin.DatabaseSync(file);
  const { default: Database } = await import('libsql');
  return new Database(file);
}
