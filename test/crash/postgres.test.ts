import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from '@consentry/receipts-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type KillableServer, startServer } from '../support/killable-server.js';
import { type PostgresServer, startPostgres } from '../support/postgres.mjs';
import { compare, post, startLoad } from '../support/record-load.js';
import { createSwitchableProxy } from '../support/switchable-proxy.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let database: PostgresServer;
let folder: string;
let name = 0;
let url: string;
let servers: KillableServer[];

beforeAll(async () => {
  database = await startPostgres();
}, 60_000);
afterAll(() => database.remove());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-cluster-'));
  url = await database.createDatabase(`crash${++name}`);
  servers = [];
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.end('SIGKILL')));
  rmSync(folder, { recursive: true });
});

// Small steps, and often: so that a kill mostly hits the one who gives positions in the middle of it.
const start = async (store = url) => {
  const server = await startServer(folder, '--store', store, '--integrate-every', '5', '--together', '50');
  servers.push(server);
  return server;
};
const anyServer = () => {
  const server = servers[Math.floor(Math.random() * servers.length)];
  return server?.url ?? 'http://127.0.0.1:1';
};
async function check(title: string, load: ReturnType<typeof startLoad>) {
  const store = await openPostgresStore(url);
  const result = await compare(title, load, store, folder);
  await store.close();
  return result;
}

describe('servers that share one PostgreSQL', () => {
  it('write one log without a gap or a duplicate, whoever of them is killed in the middle of giving positions', async () => {
    await Promise.all([start(), start()]);
    const load = startLoad(anyServer);
    for (let kills = 0; kills < 6; kills++) {
      await load.more(100);
      // Whoever has the lease is the one to hit.
      await servers.shift()?.end('SIGKILL');
      await start();
    }
    await load.more(50);
    await load.stop();
    await Promise.all(servers.splice(0).map((server) => server.end('SIGTERM')));
    const { acknowledged, found, lost, twice, log } = await check('two servers, 6 kills', load);
    expect(acknowledged.length).toBeGreaterThan(500);
    expect({ lost, twice }).toEqual({ lost: [], twice: 0 });
    expect(log.findings).toEqual([]);
    // The key of the log is an entry too, perhaps one for each of two servers that came first.
    expect(log.size - log.entries).toBe(found.size);
  });

  it('lose nothing when the database is killed and started again under load', async () => {
    await Promise.all([start(), start()]);
    const load = startLoad(anyServer);
    for (let kills = 0; kills < 2; kills++) {
      await load.more(150);
      await database.stop('SIGKILL');
      await wait(300);
      await database.start();
    }
    await load.more(50);
    await load.stop();
    // The servers have come back by themselves.
    const record = [...load.sent.values()].at(-1);
    for (const server of servers)
      expect([200, 201]).toContain((await post(server.url, record?.text ?? '')).status);
    await Promise.all(servers.splice(0).map((server) => server.end('SIGTERM')));
    const { acknowledged, lost, twice, log } = await check('two servers, 2 kills of the database', load);
    expect(acknowledged.length).toBeGreaterThan(300);
    expect(load.answers.get(503)).toBeGreaterThan(0);
    expect({ lost, twice, findings: log.findings }).toEqual({ lost: [], twice: 0, findings: [] });
  });

  it('lose nothing when the network to the database is cut under load', async () => {
    const proxy = await createSwitchableProxy(database.port);
    await start(url.replace(`:${database.port}/`, `:${proxy.port}/`));
    const load = startLoad(anyServer);
    for (let cuts = 0; cuts < 4; cuts++) {
      await load.more(50);
      proxy.cut();
      await wait(200);
      await proxy.restore();
    }
    await load.more(50);
    await load.stop();
    await Promise.all(servers.splice(0).map((server) => server.end('SIGTERM')));
    await proxy.close();
    const { acknowledged, lost, twice, log } = await check('one server, 4 cuts of the network', load);
    expect(acknowledged.length).toBeGreaterThan(200);
    expect(load.answers.get(503)).toBeGreaterThan(0);
    expect({ lost, twice, findings: log.findings }).toEqual({ lost: [], twice: 0, findings: [] });
  });

  it('would be noticed if they acknowledged before the commit', async () => {
    const server = await startServer(folder, '--store', url, '--acknowledge-early');
    servers.push(server);
    const load = startLoad(anyServer);
    await load.more(100);
    await servers.shift()?.end('SIGKILL');
    await load.stop();
    const { lost } = await check('acknowledging early, 1 kill', load);
    expect(lost.length).toBeGreaterThan(0);
  });
});
