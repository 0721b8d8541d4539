// Runs named steps one after another, shows how long each took, and stops at the first that fails.
import { spawnSync } from 'node:child_process';

/** A step: its name, and the command line that is its work. */
export function runSteps(steps) {
  for (const [name, command, ...args] of steps) {
    const start = Date.now();
    console.log(`\n== ${name}`);
    const { status, signal } = spawnSync(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) {
      console.error(
        `\n"${name}" failed (${signal ?? `exit code ${status}`}): ${[command, ...args].join(' ')}`,
      );
      return false;
    }
    console.log(`== ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
  return true;
}

/** A tool of node_modules, as this platform calls it. */
export const tool = (name) => `node_modules/.bin/${name}${process.platform === 'win32' ? '.cmd' : ''}`;
