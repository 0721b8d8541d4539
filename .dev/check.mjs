// Everything that CI runs, in its order; `npm test` is this. Ends with one line over all suites.
import fs from 'node:fs';
import { runSteps, tool } from './steps.mjs';

const REPORTS = 'node_modules/.cache/consentry';
const vitest = (name, config) => [
  tool('vitest'),
  'run',
  '--config',
  config,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORTS}/${name}.json`,
];
fs.mkdirSync(REPORTS, { recursive: true });
// What the leak suite measured takes long to measure again.
for (const name of fs.readdirSync(REPORTS))
  if (name !== 'leaks.json') fs.rmSync(`${REPORTS}/${name}`, { recursive: true });

const node = process.execPath;
const steps = [
  ['browsers', node, 'test/support/browsers.mjs'],
  ['build', tool('rollup'), '--config', '--silent'],
  ['generated files', node, '.dev/generate.mjs', '--check'],
  ['lint', tool('biome'), 'check', '--error-on-warnings'],
  ['types', tool('tsc'), '--project', 'test/tsconfig.json'],
  ['unused', tool('knip')],
  ['unit and contract', ...vitest('unit', 'test/vitest.config.ts')],
  ['crash', ...vitest('crash', 'test/crash/vitest.config.ts')],
  ['sizes', node, '.dev/size.mjs', '--check'],
  ['packages', node, 'test/published/check-packages.mjs'],
  ['leaks, one in ten', tool('playwright'), 'test', '--config', 'test/leaks/part.config.ts'],
  ['browsers, end to end', tool('playwright'), 'test', '--config', 'test/e2e/playwright.config.ts'],
];

const whole = runSteps(steps);
let passed = 0;
let failed = whole ? 0 : 1;
for (const [file, count] of [
  ['unit', fromVitest],
  ['crash', fromVitest],
  ['packages', (report) => report],
  ['leaks-run', (report) => report],
  ['e2e', fromPlaywright],
]) {
  const path = `${REPORTS}/${file}.json`;
  if (!fs.existsSync(path)) continue;
  const found = count(JSON.parse(fs.readFileSync(path, 'utf8')));
  passed += found.passed;
  failed += found.failed;
}
// A failed step that counted its failures itself is not one more.
if (!whole && failed > 1) failed -= 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(whole && failed === 0 ? 0 : 1);

function fromVitest({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests };
}

function fromPlaywright({ stats }) {
  if (stats.flaky > 0) console.log(`${stats.flaky} browser tests passed only at the second try.`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}
