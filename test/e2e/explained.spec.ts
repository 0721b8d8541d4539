import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '../support/visitor.js';

const RUN = fileURLToPath(new URL('../explained/run.mjs', import.meta.url));

// A sample; `npm run explained` compares as many as one likes.
test.describe('what consentry explain says of random visitors', () => {
  test.describe.configure({ timeout: 300_000 });

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern
  test('is what really built pages do in Chromium', async ({}, { project }) => {
    test.skip(project.name !== 'chromium');
    const { stdout } = await promisify(execFile)(process.execPath, [RUN, '--count', '150', '--sites', '3']);
    console.log(stdout);
    expect(stdout).toContain('explain and the page agree on all');
  });
});
