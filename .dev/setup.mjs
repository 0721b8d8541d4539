// Installs the dependencies when they are missing or older than the lockfile. Runs before node_modules
// exists, so it may use nothing but Node.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.version}.`);
  process.exit(1);
}

const changed = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const installed = 'node_modules/.package-lock.json';
if (changed(installed) < changed('package-lock.json')) {
  const npm = process.env.npm_execpath;
  const run = (...args) =>
    spawnSync(npm ? process.execPath : 'npm', [...(npm ? [npm] : []), ...args], {
      stdio: 'inherit',
      shell: !npm && process.platform === 'win32',
    }).status;
  // A registry without the packages of some platform fails the strict way; then the tolerant one.
  if (run('ci') !== 0 && run('install', '--no-save') !== 0) process.exit(1);
  const now = new Date();
  fs.utimesSync(installed, now, now);
}
