// How fast the insights answer over many records: node insights.mjs [--records 1000000] [--keep FOLDER] [--write]
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createPrivateKey, importSigningKey } from '@consentry/receipts';
import { createReceiptsApp, openSqliteStore } from '@consentry/receipts-server';
import { createPast, DAYS, LAYOUTS, TODAY } from './past.mjs';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000000' },
    keep: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const records = Number(values.records);
const TOKEN = 'a-token-of-the-benchmark';
const IN_FLIGHT = 2000;
const ROUNDS = 60;
const folder = values.keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'consentry-insights-'));
fs.mkdirSync(folder, { recursive: true });
const file = path.join(folder, 'receipts.db');
const isThere = fs.existsSync(file);
const store = await openSqliteStore(file);
if (!isThere) await fill();

const lines = [];
const line = (what, times) => {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  lines.push(`| ${what} | ${at(0.5)} | ${at(0.99)} |`);
};
const app = await createApp();
line('the first answer of a process, which reads all counts', [await timed(() => ask(''))]);
for (const [what, query] of [
  ['28 days', ''],
  ['28 days, narrowed to a country and a language', 'country=JP&language=ja'],
  ['a year', `from=${dayBefore(364)}`],
  ['all there is', `from=${dayBefore(DAYS - 1)}`],
]) {
  const times = [];
  for (let i = 0; i < ROUNDS; i++) times.push(await timed(() => ask(query)));
  line(what, times);
}
const counting = [];
for (let i = 0; i < 3; i++)
  counting.push(await timed(() => store.counters.read({ from: dayBefore(27), to: TODAY })));
line('reading 28 days of counts from the store', counting);
const day = dayBefore(20);
const started = performance.now();
const wrong = await store.counters.recount({ day, repair: false });
const recounted = performance.now() - started;
if (wrong.length > 0) throw new Error(`The counts of ${day} differ from its records.`);
lines.push(`| counting the records of one day of ${DAYS} anew, for comparison | ${recounted.toFixed(1)} | |`);

const counts = await store.counters.read({ from: '', to: '9' });
const text = [
  `Measured on ${os.cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}: ` +
    `${records.toLocaleString('en')} records of ${DAYS} days in SQLite, ${counts.length.toLocaleString('en')} counts.`,
  '',
  '| answer, milliseconds | p50 | p99 |',
  '| --- | ---: | ---: |',
  ...lines,
].join('\n');
console.log(text);
if (values.write) {
  const page = fileURLToPath(new URL('../../docs/insights.md', import.meta.url));
  const before = fs.readFileSync(page, 'utf8');
  fs.writeFileSync(page, before.replace(/(<!-- measured -->\n)[\s\S]*?(\n<!-- end -->)/, `$1\n${text}\n$2`));
}
await store.close();
if (!values.keep) fs.rmSync(folder, { recursive: true });

async function createApp() {
  return createReceiptsApp({
    ...{ store, issuer: 'http://localhost', readTokens: [TOKEN], clientAddress: () => '127.0.0.1' },
    signingKey: await importSigningKey(await createPrivateKey()),
    now: () => Date.parse(`${TODAY}T23:00:00Z`) + performance.now(),
  });
}

/** Through the whole server but the socket. */
async function ask(query) {
  const response = await app.fetch(
    new Request(`http://localhost/consentry/insights/data?to=${TODAY}&${query}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    }),
  );
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  const { total } = await response.json();
  if (!(total.decisions > 0)) throw new Error('There is nothing in the answer.');
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function dayBefore(days) {
  return new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);
}

async function fill() {
  for (const { hash, text } of LAYOUTS) await store.putShown({ hash, text });
  const past = createPast(records);
  const start = performance.now();
  let count = 0;
  const stream = async () => {
    for (;;) {
      const next = past.next();
      if (!next) return;
      const { country, ...rest } = next;
      const secrets = { salt: randomBytes(16), commitment: randomBytes(32) };
      await store.add({ ...rest, hash: `sha256-${'A'.repeat(43)}`, receipt: '{}', ...secrets }, [], country);
      if (++count % 100_000 === 0) process.stderr.write(`${count} records\n`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, stream));
  await store.counters.add(past.shown());
  const seconds = (performance.now() - start) / 1000;
  process.stderr.write(`${Math.round(records / seconds)} records a second, counted with them\n`);
}
