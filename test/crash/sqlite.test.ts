import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer, startServerOnSmallDisk } from '../support/killable-server.js';
import { compare, post, startLoad } from '../support/record-load.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
// A disk of one's own needs a mount namespace, which Linux gives to root, and mostly to everybody.
const canMount = spawnSync('unshare', ['-r', '-m', 'true']).status === 0;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function check(title: string, load: ReturnType<typeof startLoad>, where = folder) {
  const store = await openSqliteStore(join(where, 'receipts.db'));
  const result = await compare(title, load, store, where);
  await store.close();
  return result;
}

describe('a server with SQLite', () => {
  it('has a whole log after kills in the middle of giving positions', async () => {
    const start = () => startServer(folder, '--integrate-every', '5', '--together', '50');
    let server = await start();
    const load = startLoad(() => server.url);
    for (let kills = 0; kills < 6; kills++) {
      await load.more(60);
      await server.end('SIGKILL');
      server = await start();
    }
    await load.more(20);
    await load.stop();
    await server.end('SIGTERM');
    const { acknowledged, lost, twice, log } = await check('SQLite, 6 kills', load);
    expect(acknowledged.length).toBeGreaterThan(300);
    expect({ lost, twice, findings: log.findings }).toEqual({ lost: [], twice: 0, findings: [] });
  });

  it.skipIf(!canMount)(
    'acknowledges nothing on a full disk, and goes on when there is room again',
    async () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      const server = await startServerOnSmallDisk(disk, 6);
      // As the server sees it: nobody else can.
      const inside = `/proc/${server.pid}/root${disk}`;
      const load = startLoad(() => server.url);
      await expect.poll(() => load.answers.get(503) ?? 0, { timeout: 30_000 }).toBeGreaterThan(50);
      const acknowledged = load.answers.get(201) ?? 0;
      await wait(300);
      rmSync(join(inside, 'filler'));
      await expect
        .poll(() => load.answers.get(201) ?? 0, { timeout: 30_000 })
        .toBeGreaterThan(acknowledged + 50);
      await load.stop();
      const record = [...load.sent.values()].find(({ receipt }) => receipt === undefined);
      expect((await post(server.url, record?.text ?? '')).status).toBe(201);
      // Killed, so that what is checked is what a crash would leave.
      const copy = join(folder, 'copy');
      mkdirSync(copy);
      await server.freeze();
      for (const name of ['receipts.db', 'receipts.db-wal', 'key.json'])
        if (existsSync(join(inside, name))) cpSync(join(inside, name), join(copy, name));
      await server.end('SIGKILL');
      const result = await check('SQLite, disk full', load, copy);
      expect(result.acknowledged.length).toBeGreaterThan(100);
      expect(load.answers.get(0)).toBeUndefined();
      expect({ lost: result.lost, twice: result.twice, findings: result.log.findings }).toEqual({
        ...{ lost: [], twice: 0, findings: [] },
      });
    },
  );
});
