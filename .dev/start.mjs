// Builds what is missing or old, and opens the demo.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runSteps, tool } from './steps.mjs';

if (newest('packages', (file) => file.includes(`${path.sep}src${path.sep}`)) > built()) {
  if (!runSteps([['build', tool('rollup'), '--config', '--silent']])) process.exit(1);
}
const server = spawn(
  process.execPath,
  ['examples/omakase/server.mjs', ...openByItself(), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));

/** Over SSH, in CI and without a terminal nobody is looking. */
function openByItself() {
  return process.stdout.isTTY && !process.env.CI && !process.env.SSH_CONNECTION ? ['--open'] : [];
}

function newest(folder, concerns) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('node_modules') && concerns(file))
    .reduce((latest, file) => Math.max(latest, fs.statSync(path.join(folder, file)).mtimeMs), 0);
}

function built() {
  const folders = fs.readdirSync('packages').map((name) => `packages/${name}/dist`);
  return Math.min(
    ...folders.map((folder) => (fs.existsSync(folder) ? newest(folder, (file) => file.endsWith('.js')) : 0)),
  );
}
