// Measures the built Consentry against a page written by hand, in Chromium, both in turns.
//   --runs 15       how often each is measured
//   --only grant    only the measures whose names contain this
//   --json FILE     every sample, and the summary
//   --write         puts the table into docs/benchmark.md
//   --check         exit code 1 when a target is not met
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { launchBare } from '../support/bare-browser.mjs';
import { chromiumArgs, find } from '../support/browsers.mjs';
import { launchDriven } from './driven-browser.mjs';
import { boot } from './measures/boot.mjs';
import { calls } from './measures/calls.mjs';
import { faces } from './measures/faces.mjs';
import { grant } from './measures/grant.mjs';
import { returning } from './measures/returning.mjs';
import { starters } from './measures/starters.mjs';
import { tasks } from './measures/tasks.mjs';
import { judged, table } from './report.mjs';
import { startSite } from './site.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
    write: { type: 'boolean' },
    check: { type: 'boolean' },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1)
  throw new Error(`--runs: is "${values.runs}"; expected a number from 1.`);
const executablePath = find('chromium');
if (!executablePath) throw new Error('There is no Chromium here; run node test/support/browsers.mjs.');

const measures = Object.entries({ boot, grant, tasks, returning, calls, starters, faces }).filter(([name]) =>
  name.includes(values.only),
);
const site = await startSite();
const browser = await launchBare(executablePath, chromiumArgs);
const driven = await launchDriven(executablePath, chromiumArgs);
const samples = Object.fromEntries(measures.map(([name]) => [name, { floor: [], consentry: [] }]));
for (let run = 0; run < runs; run++) {
  for (const [name, { sample, visits = 1, middle = ([only]) => only }] of measures) {
    const taken = { floor: [], consentry: [] };
    for (let visit = 0; visit < visits; visit++) {
      // Whoever comes second finds a warmer machine, so they take turns at that too.
      const variants = (run + visit) % 2 ? ['consentry', 'floor'] : ['floor', 'consentry'];
      for (const variant of variants) taken[variant].push(await sample({ browser, driven, site }, variant));
    }
    for (const variant of ['floor', 'consentry']) samples[name][variant].push(middle(taken[variant]));
  }
  process.stderr.write(`\r${run + 1} of ${runs} runs`);
}
process.stderr.write('\n');
const load = os.loadavg()[1];
const busy = load > os.cpus().length ? `; a busy machine (load ${load.toFixed(0)})` : '';
const machine = `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores; Chromium ${browser.version}; Node ${process.version}; ${runs} runs; ${new Date().toISOString().slice(0, 10)}${busy}`;
await browser.close();
await driven.close();
site.close();
for (const [, { close }] of measures) await close?.();

const rows = measures
  .flatMap(([name, measure]) => measure.rows(samples[name].floor, samples[name].consentry))
  .map(judged);
const text = table(rows);
const missed = rows.filter(({ met }) => met === false).length;
console.log(
  `${text}\n\n${machine}\n${missed === 0 ? 'Every target is met.' : `${missed} targets are not met.`}`,
);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, rows, samples }, null, 2)}\n`);
if (values.write) {
  const file = new URL('../../docs/benchmark.md', import.meta.url);
  const docs = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    docs.replace(
      /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/,
      (_, from, to) => `${from}${text}\n\n${machine}.\n${to}`,
    ),
  );
}
process.exit(values.check && missed > 0 ? 1 : 0);
