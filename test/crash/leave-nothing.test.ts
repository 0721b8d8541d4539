import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, it } from 'vitest';
import { isRunning } from '../support/kill-tree.mjs';

const SCRIPT = fileURLToPath(new URL('../support/postgres.mjs', import.meta.url));

it.each(['SIGKILL', 'SIGINT'] as const)(
  'leaves no database and no folder behind when a test that started one ends by %s',
  async (signal) => {
    const test = spawn(process.execPath, [SCRIPT], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [url] = await once(createInterface(test.stdout), 'line');
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {}); // it will be cut off
    await client.connect();
    const [row] = (await client.query("SELECT current_setting('data_directory') AS data")).rows;
    const pid = Number(readFileSync(`${row.data}/postmaster.pid`, 'utf8').split('\n')[0]);
    const folder = dirname(row.data);
    // Shared memory, which would stay until the next boot. Where there is no such file system it is not looked for.
    const maps = existsSync('/proc/self/maps') ? readFileSync(`/proc/${pid}/maps`, 'utf8') : '';
    const memory = [...new Set(maps.match(/\/dev\/shm\/\S+/g))];
    const isThere = () => [isRunning(pid), ...[folder, ...memory].map((path) => existsSync(path))];
    expect(new Set(isThere())).toEqual(new Set([true]));
    test.kill(signal);
    await expect.poll(() => new Set(isThere()), { timeout: 15_000 }).toEqual(new Set([false]));
    await client.end();
  },
);
