import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '../support/visitor.js';

const RUN = fileURLToPath(new URL('../configs/run.mjs', import.meta.url));

// Samples; `npm run configs` builds and runs as many as one likes.
test('whatever config is accepted builds, asks, is refused, and is quiet on the next page', async () => {
  test.setTimeout(300_000);
  const { stdout } = await promisify(execFile)(process.execPath, [RUN, '--count', '8']);
  console.log(stdout);
  expect(stdout).toContain('all of which build and run');
});
