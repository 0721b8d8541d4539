import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkSequences } from '../sequences/check.mjs';
import { startSequencesSite } from '../sequences/site.mjs';
import { expect, test } from '../support/visitor.js';

const RUN = fileURLToPath(new URL('../sequences/run.mjs', import.meta.url));

// Samples; `npm run sequences` plays as many as one likes.
test.describe('random sequences of decisions, arrivals and page views', () => {
  test.describe.configure({ timeout: 300_000 });

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern
  test('end in the state of the model in Chromium', async ({}, { project }) => {
    test.skip(project.name !== 'chromium');
    // In a browser of their own: Playwright trips over so many frames of other sites in one that isolates sites.
    const { stdout } = await promisify(execFile)(process.execPath, [RUN, '--count', '100']);
    console.log(stdout);
    expect(stdout).toContain(': all end in the state of the model');
  });

  test('end in the state of the model in Firefox and WebKit', async ({ visitor }, { project }) => {
    test.skip(project.name === 'chromium');
    const seed = randomInt(2 ** 31);
    console.log(`${project.name}: sequences of seed ${seed}`);
    const site = await startSequencesSite();
    try {
      await visitor.goto(site.url('visitor'));
      const { run } = visitor;
      const wrong = await checkSequences({ run: run as never, port: site.port, count: 25, seed });
      expect(wrong, `seed ${seed}`).toBeUndefined();
    } finally {
      site.close();
    }
  });
});
