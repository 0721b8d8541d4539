// What a store costs as it grows, and what SQLite does by itself: in a process of its own, since flushes may be slowed.
// node grow.mjs sqlite FOLDER | postgres URL, then sizes; or raw FOLDER TOGETHER SECONDS, or flush FOLDER
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openPostgresStore, openSqliteStore } from '@consentry/receipts-server';
import { rawFlush, rawSqlite } from './engines.mjs';
import { recordText } from './records.mjs';

const [engine, place, ...rest] = process.argv.slice(2);
if (engine === 'raw') {
  console.log(JSON.stringify(await rawSqlite(place, Number(rest[0]), Number(rest[1]))));
  process.exit(0);
}

if (engine === 'flush') {
  console.log(rawFlush(place));
  process.exit(0);
}

const IN_FLIGHT = 512;
const store =
  engine === 'postgres' ? await openPostgresStore(place) : await openSqliteStore(join(place, 'growth.db'));
const hash = `sha256-${'A'.repeat(43)}`;
// As long as what a receipt says beside its record.
const signed = 'x'.repeat(640);
let count = 0;

async function fill(to) {
  const from = count;
  const start = performance.now();
  const stream = async () => {
    while (count < to) {
      const text = recordText(1, count++);
      const { id, subject } = JSON.parse(text);
      const receivedAt = '2026-11-21T07:00:00.000Z';
      const receipt = `{"schema":"consentry-batch-receipt-1","record":${text},"signature":"${signed}"}`;
      const secrets = { salt: randomBytes(16), commitment: randomBytes(32) };
      await store.add({ id, subject, receivedAt, text, hash, receipt, ...secrets });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, stream));
  const seconds = (performance.now() - start) / 1000;
  while ((await store.log.append({ limit: 5000, owner: 'bench', leaseMs: 60_000 })).appended > 0);
  return (count - from) / seconds;
}

async function lookUp(number = 500) {
  const times = [];
  for (let i = 0; i < number; i++) {
    const { subject } = JSON.parse(recordText(1, Math.floor(Math.random() * count)));
    const start = performance.now();
    const found = await store.list({ subject, limit: 20 });
    times.push((performance.now() - start) * 1000);
    if (found.length === 0) throw new Error(`Nothing of ${subject} was found.`);
  }
  times.sort((one, other) => one - other);
  return { p50: times[Math.floor(number * 0.5)], p99: times[Math.floor(number * 0.99)] };
}

const rows = [];
for (const size of rest.map(Number)) {
  const sample = Math.min(20_000, Math.floor(size / 2));
  if (size - sample > count) await fill(size - sample);
  const rate = await fill(size);
  // Gigabytes that the system has yet to write would be measured too.
  execFileSync('sync');
  await lookUp(5000); // warms what a server in use has warm
  rows.push({ size, rate, ...(await lookUp()) });
  process.stderr.write(`${engine} at ${size}\n`);
}
await store.close();
console.log(JSON.stringify(rows));
