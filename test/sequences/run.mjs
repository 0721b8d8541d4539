// Compares random sequences of actions with the model, in Chromium.
//   --count 10000   how many
//   --seed 1        which ones; a new seed every time, if there is none
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumArgs, find } from '../support/browsers.mjs';
import { checkSequences } from './check.mjs';
import { startSequencesSite } from './site.mjs';

/** Pages side by side; each is a visitor of its own, and takes an equal share. */
const VISITORS = 2;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, seed: { type: 'string' } },
});
const count = Number(values.count);
const seed = Number(values.seed ?? randomInt(2 ** 31));
if (!Number.isInteger(count) || count < 1)
  throw new Error(`--count: is "${values.count}"; expected a number from 1.`);
if (!Number.isInteger(seed)) throw new Error(`--seed: is "${values.seed}"; expected a whole number.`);
const executablePath = find('chromium');
if (!executablePath) throw new Error('There is no Chromium here; run node test/support/browsers.mjs.');

const site = await startSequencesSite();
const browser = await chromium.launch({
  executablePath,
  // Frames of vendors in the process of the page: Playwright loses count of those that come and go between two.
  args: [...chromiumArgs, '--disable-site-isolation-trials'],
});
console.log(`${count} sequences, seed ${seed}`);
const begun = Date.now();
let played = 0;
let actions = 0;
const failures = await Promise.all(
  Array.from({ length: VISITORS }, async (_, i) => {
    const page = await browser.newPage();
    await page.goto(site.url(`visitor${i}`));
    return checkSequences({
      run: (fn, ...args) => page.evaluate(`(${fn})(${args.map((arg) => JSON.stringify(arg)).join(', ')})`),
      port: site.port,
      count: Math.ceil((count - i) / VISITORS),
      // One after the other for each visitor, so that the first seed says which all of them were.
      seed: seed + i,
      onPlayed(length) {
        actions += length;
        if (++played % 100 === 0) process.stderr.write(`\r${played} of ${count}`);
      },
    });
  }),
);
await browser.close();
site.close();
const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
process.stderr.write('\n');
for (const failure of failures) if (failure) console.error(failure);
const failed = failures.some(Boolean);
console.log(
  `${played} sequences with ${actions} actions in ${minutes} minutes, seed ${seed}: ${failed ? 'not all' : 'all'} end in the state of the model.`,
);
process.exitCode = failed ? 1 : 0;
