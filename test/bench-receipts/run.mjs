// Speed of the receipts server, as shares of what its engines and a bare HTTP server do in the same run.
//   --rounds 3               how often each is measured, in turns; the median counts
//   --seconds 3              how long each time
//   --flush-us 1000          what a flush costs; 0 for the real disk. Needs cc and a memory file system
//   --sizes 10000,1000000    where growth is measured; 5000000 takes minutes; 0 for not at all
//   --only sqlite            only the servers whose names contain this
//   --write                  puts the tables into docs/benchmark-receipts.md
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres.mjs';
import { rawPostgres } from './engines.mjs';
import { tables } from './tables.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    'flush-us': { type: 'string', default: '1000' },
    sizes: { type: 'string', default: '10000,1000000' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean' },
  },
});
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const CONNECTIONS = [1, 32, 256];
const memory = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
const slow = slowFlush(Number(values['flush-us']));
const folder = fs.mkdtempSync(path.join(slow ? memory : os.tmpdir(), 'consentry-bench-'));
const environment = slow ? { LD_PRELOAD: slow, CONSENTRY_FLUSH_US: values['flush-us'] } : {};
const postgres = await startPostgres({
  environment,
  folder: slow ? memory : os.tmpdir(),
  settings: { max_connections: 60 },
});

const SERVERS = {
  'bare HTTP': ['bare'],
  'product, nothing stored': ['nothing'],
  SQLite: ['sqlite'],
  'PostgreSQL, 1 process': ['postgres'],
  'PostgreSQL, 2 processes': ['postgres', 'postgres'],
};
const names = Object.keys(SERVERS).filter((name) => name.toLowerCase().includes(values.only.toLowerCase()));
const samples = Object.fromEntries(names.map((name) => [name, CONNECTIONS.map(() => [])]));
const raw = { flush: [], sqlite1: [], sqlite32: [], sqlite256: [], postgres32: [], postgres100: [] };
let databases = 0;

for (let round = 0; round < rounds; round++) {
  for (const name of round % 2 ? [...names].reverse() : names)
    for (const [i, connections] of CONNECTIONS.entries()) {
      samples[name][i].push(await measure(SERVERS[name], connections));
      process.stderr.write(`round ${round + 1}: ${name}, ${connections} connections\n`);
    }
  const flushed = fs.mkdtempSync(path.join(folder, 'flush-'));
  raw.flush.push(JSON.parse(await run('grow.mjs', ['flush', flushed], environment)));
  for (const together of [1, 32, 256]) {
    const place = fs.mkdtempSync(path.join(folder, 'raw-'));
    raw[`sqlite${together}`].push(
      JSON.parse(await run('grow.mjs', ['raw', place, together, seconds], environment)),
    );
  }
  const url = await postgres.createDatabase(`raw${++databases}`);
  raw.postgres32.push(await rawPostgres(url, 32, 1, seconds));
  raw.postgres100.push(await rawPostgres(url, 100, 2, seconds));
}
await postgres.remove();
fs.rmSync(folder, { recursive: true });
const growth = {};
const sizes = values.sizes.split(',').filter((size) => Number(size) > 0);
if (sizes.length > 0) {
  // How the engines grow, not how they flush: on the disk, since millions of records are more than memory holds.
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'consentry-growth-'));
  growth.SQLite = JSON.parse(await run('grow.mjs', ['sqlite', place, ...sizes], {}));
  fs.rmSync(place, { recursive: true });
  const server = await startPostgres({ folder: os.tmpdir() });
  growth.PostgreSQL = JSON.parse(
    await run('grow.mjs', ['postgres', await server.createDatabase('growth'), ...sizes], {}),
  );
  await server.remove();
}

const load = os.loadavg()[1];
const machine = [
  `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores; Node ${process.version}; ${rounds} rounds of ${seconds} s`,
  slow ? `flushes of ${values['flush-us']} µs on a memory file system` : 'flushes of the real disk',
  new Date().toISOString().slice(0, 10),
  ...(load > os.cpus().length + 2 ? [`a busy machine (load ${load.toFixed(0)})`] : []),
].join('; ');
const text = tables({ names, connections: CONNECTIONS, samples, raw, growth, machine });
console.log(text);
if (values.write) {
  const file = fileURLToPath(new URL('../../docs/benchmark-receipts.md', import.meta.url));
  const before = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, before.replace(/(<!-- measured -->\n)[\s\S]*?(\n<!-- end -->)/, `$1\n${text}$2`));
}

async function measure(variants, connections) {
  const place = fs.mkdtempSync(path.join(folder, 'server-'));
  const target = variants.includes('postgres') ? await postgres.createDatabase(`bench${++databases}`) : place;
  const servers = await Promise.all(variants.map((variant) => startServer(variant, target)));
  const ports = servers.map(({ port }) => port).join(',');
  // Many at once warm a server up in seconds that one at a time would not in minutes.
  await run('load.mjs', [ports, Math.max(connections, 32), 2, 1], {});
  const result = JSON.parse(await run('load.mjs', [ports, connections, seconds, 2], {}));
  for (const { child } of servers) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  fs.rmSync(place, { recursive: true });
  const refused = Object.keys(result.statuses).filter((status) => status !== '201');
  if (refused.length > 0) throw new Error(`Answers other than 201: ${JSON.stringify(result.statuses)}`);
  return result;
}

async function startServer(variant, place) {
  const env = { ...process.env, ...(variant === 'sqlite' ? environment : {}) };
  const child = spawn(process.execPath, [here('server.mjs'), variant, place], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(createInterface(child.stdout), 'line');
  return { child, port };
}

async function run(script, args, more) {
  const env = { ...process.env, ...more };
  const child = spawn(process.execPath, [here(script), ...args.map(String)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script} ended with ${code}.`);
  return text;
}

/** The library that makes a flush cost what it is told to; nothing where it cannot be made. */
function slowFlush(us) {
  if (us === 0 || process.platform !== 'linux') return undefined;
  const library = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'consentry-flush-')), 'slow-flush.so');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, here('slow-flush.c')]);
  } catch {
    console.error('There is no C compiler: measuring with the flushes of the real disk.');
    return undefined;
  }
  // The database runs as somebody else.
  fs.chmodSync(path.dirname(library), 0o755);
  return library;
}
