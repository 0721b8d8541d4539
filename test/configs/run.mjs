// Builds random configs and runs them in Chromium: whatever `consentry check` accepts has to work.
//   --count 300   how many
//   --seed 1      which ones; a new seed every time, if there is none
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumArgs, find } from '../support/browsers.mjs';
import { checkConfigs } from './check-configs.mjs';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '300' }, seed: { type: 'string' } },
});
const [count, seed] = [Number(values.count), Number(values.seed ?? randomInt(2 ** 31))];
if (!(count >= 1) || !Number.isInteger(seed)) throw new Error('--count and --seed are whole numbers.');
const executablePath = find('chromium');
if (!executablePath) throw new Error('There is no Chromium here; run node test/support/browsers.mjs.');

/** What a driver says when the page has gone elsewhere meanwhile. */
const WENT_ON = /ERR_ABORTED|context was destroyed|because of a navigation|Not attached to an active page/;

/** After a refusal a page may load itself anew, where what runs in it cannot be ended otherwise. */
async function again(act) {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (tries > 3 || !WENT_ON.test(error.message)) throw error;
    }
  }
}

const browser = await chromium.launch({
  executablePath,
  // Nothing leaves this machine, whatever a config names.
  args: [
    ...chromiumArgs,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
  ],
});
let context = await browser.newContext();
let checked = 0;
const { accepted, refused, failure } = await checkConfigs({
  count,
  seed,
  onChecked() {
    if (++checked % 20 === 0) process.stderr.write(`\r${checked} of ${count}`);
  },
  async open(url) {
    await context.close();
    context = await browser.newContext();
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => {
      if (!/^(https?:\/\/[\w.]*localhost[:/]|data:|blob:)/.test(request.url())) asked.push(request.url());
    });
    await page.goto(url);
    return {
      asked,
      run: (fn, ...args) =>
        again(() => page.evaluate(`(${fn})(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)),
      reload: () => again(() => page.reload()),
    };
  },
});
await browser.close();
process.stderr.write('\n');
if (failure) console.error(failure);
console.log(
  `${checked} configs, seed ${seed}: ${refused} refused with a reason, ${accepted} accepted, ${failure ? 'one of which does not work' : 'all of which build and run'}.`,
);
process.exitCode = failure ? 1 : 0;
