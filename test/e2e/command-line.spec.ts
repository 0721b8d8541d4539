import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const COMMAND = fileURLToPath(new URL('../../packages/cli/dist/consentry.js', import.meta.url));
const CONFIG = {
  site: 'tea',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' } },
  vendors: { 'google-analytics': { options: { measurementId: 'G-TEA1' } } },
};
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consentry-shell-'));
  await writeFile(join(folder, 'consentry.json'), JSON.stringify(CONFIG));
});
test.afterAll(() => rm(folder, { recursive: true }));

/** Starts the built command in that folder. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder });
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    out.stdout += data;
  });
  child.stderr.on('data', (data) => {
    out.stderr += data;
  });
  const ended = once(child, 'close').then(([exitCode, signal]) => ({ ...out, exitCode, signal }));
  return { child, out, ended };
}

test('a command whose reader goes away finishes its work, and says nothing about it', async () => {
  const { child, ended } = start('build', '-o', 'built');
  // As `| head -0` would.
  child.stdout.destroy();
  const { exitCode, stderr } = await ended;
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  const again = start('check', '--json', 'built/manifest.json');
  expect((await again.ended).exitCode).toBe(1);
  expect(JSON.parse(again.out.stdout).error.problems[0]).toMatchObject({ file: 'built/manifest.json' });
});

test('a server says where it is as one line of JSON, and ends well when it is told to', async () => {
  const { child, out, ended } = start('serve', '--json', '--port', '4490');
  await expect.poll(() => out.stdout).toContain('\n');
  expect(JSON.parse(out.stdout)).toMatchObject({
    script: 'http://localhost:4490/consentry.js',
    receipts: expect.stringContaining('#token='),
    connectors: [],
  });
  expect((await fetch('http://127.0.0.1:4490/consentry/live')).status).toBe(200);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ exitCode: 0, stderr: '' });
});

test('whoever presses Ctrl-C gets no stack', async () => {
  const { child, ended } = start('build', '-o', 'never');
  // Long enough for the command to be at work, and not to be done.
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ signal: 'SIGINT', stderr: '', stdout: '' });
});
