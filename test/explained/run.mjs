// Compares what `consentry explain` says of random visitors with what their pages do, in Chromium.
//   --count 10000   how many visitors
//   --sites 100     of how many sites, each really built
//   --seed 1        which ones; a new seed every time, if there is none
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { explain, loadCatalogue, visitorCookie, visitPage } from '@consentry/cli';
import fc from 'fast-check';
import { chromium } from 'playwright';
import { chromiumArgs, find } from '../support/browsers.mjs';
import { drive } from './drive.mjs';
import { startExplainedSite } from './site.mjs';
import { configs, visitorsOf } from './situations.mjs';

const NOW_MS = Date.UTC(2026, 10, 22);
/** Page views between two calls of the browser. */
const AT_ONCE = 50;

const { values } = parseArgs({
  options: { count: { type: 'string' }, sites: { type: 'string' }, seed: { type: 'string' } },
});
const count = whole('--count', values.count ?? '10000');
const sites = Math.min(count, whole('--sites', values.sites ?? '100'));
const seed = values.seed === undefined ? randomInt(2 ** 31) : whole('--seed', values.seed);
const executablePath = find('chromium');
if (!executablePath) throw new Error('There is no Chromium here; run node test/support/browsers.mjs.');

const catalogue = await loadCatalogue();
const site = await startExplainedSite();
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
const page = await browser.newPage();
await page.goto(site.origin);
console.log(`${count} visitors of ${sites} sites, seed ${seed}`);
const begun = Date.now();
const wrong = [];
let compared = 0;
for (const [i, config] of fc.sample(configs, { seed, numRuns: sites }).entries()) {
  const number = await site.add(config, catalogue);
  const share = Math.floor(((i + 1) * count) / sites) - Math.floor((i * count) / sites);
  const visitors = fc.sample(visitorsOf(config), { seed: seed + i, numRuns: share });
  const ids = [...Object.keys(config.purposes), ...Object.keys(config.vendors)];
  for (let at = 0; at < visitors.length; at += AT_ONCE) {
    const some = visitors.slice(at, at + AT_ONCE);
    const visits = some.map((visitor) => {
      // As the command reads it.
      const place = visitor.place?.trim().toUpperCase() || undefined;
      return visitPage(config, catalogue, { ...visitor, place }, NOW_MS);
    });
    const views = some.map(({ place, told, gpc }, n) => ({
      query: `${new URLSearchParams({ config: number, now: NOW_MS, gpc, ...(place === undefined ? {} : { [told]: place }) })}`,
      cookie: visitorCookie(visits[n].site, some[n], NOW_MS),
    }));
    const answers = await page.evaluate(
      `(${drive})(${JSON.stringify(views)}, ${JSON.stringify(ids)})`.replace(/</g, '\\u003c'),
    );
    for (const [n, actual] of answers.entries()) {
      const said = ids.map((id) => {
        const { allowed, status = null } = explain(visits[n], id);
        return [id, allowed, status];
      });
      compared += 1;
      if (JSON.stringify(said) === JSON.stringify(actual)) continue;
      wrong.push({ config, visitor: some[n], said, actual });
    }
  }
  process.stderr.write(`\r${compared} of ${count}`);
}
await browser.close();
site.close();
process.stderr.write('\n');
for (const each of wrong.slice(0, 3)) console.error(JSON.stringify(each, null, 1));
const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
console.log(
  `${compared} visitors of ${sites} sites in ${minutes} minutes, seed ${seed}: ${wrong.length > 0 ? `${wrong.length} times the page does something else` : 'explain and the page agree on all'}.`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;

function whole(option, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${option}: is "${text}"; expected a whole number from 1.`);
  return number;
}
