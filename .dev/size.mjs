// Measures what visitors of the demo download and holds it against test/size/budgets.json.
//   --check  also fails when the README's table says something else
//   --write  writes the table into the README
import fs from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildSite, loadCatalogue, readConfigFile } from '@consentry/cli';

const PARTS = {
  boot: [/^consentry\.js$/, 'every page view', '`consentry.js`: decisions, and everything that withholds'],
  release: [
    /^consentry-release\./,
    'every page view, not waited for',
    'releasing what is allowed, vendors, deleting, other tabs',
  ],
  banner: [/^consentry-banner\.\w+\.js$/, 'first visit', 'banner with Preact'],
  bannerText: [/^consentry-banner\..*json$/, 'first visit', 'what it says, in one language'],
  decide: [/^consentry-decide\./, 'when the visitor decides', 'taking decisions, records'],
  preferences: [/^consentry-preferences\.\w+\.js$/, 'when opened', 'preferences dialog'],
  preferencesText: [/^consentry-preferences\..*json$/, 'when opened', 'what it says, in one language'],
  embeds: [/^consentry-embeds\.\w+\.js$/, 'where content is withheld', 'placeholders, buttons in the page'],
  embedsText: [/^consentry-embeds\..*json$/, 'where content is withheld', 'what they say, in one language'],
  drift: [/^consentry-drift\./, 'sampled page views, when idle', 'what the page contacts against the config'],
  stub: [/^consentry-stub\.js$/, 'asynchronous boot only', 'inline head stub'],
};
const budgets = JSON.parse(fs.readFileSync('test/size/budgets.json', 'utf8'));
const catalogue = await loadCatalogue();
const config = await readConfigFile('examples/omakase/consentry.json', catalogue);
const { files } = await buildSite(config, catalogue);
// The demo does not look for drift: this file alone is of a build that does.
const drifting = await buildSite({ ...config, drift: { report: 'server' } }, catalogue);
files.push(...drifting.files.filter(({ name }) => PARTS.drift[0].test(name)));
const brotli = (content) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

let over = 0;
const rows = Object.entries(PARTS).map(([part, [name, when, what]]) => {
  const sizes = files.filter((file) => name.test(file.name)).map(({ content }) => brotli(content));
  if (sizes.length === 0) throw new Error(`The build has no ${part} file.`);
  const size = Math.max(...sizes);
  if (size > budgets[part]) over += 1;
  console.log(
    `${part.padEnd(16)} ${format(size).padStart(6)} of ${format(budgets[part])} bytes${size > budgets[part] ? '   OVER BUDGET' : ''}`,
  );
  return { part, size, when, what };
});
const sum = (...parts) =>
  rows.filter(({ part }) => parts.includes(part)).reduce((total, { size }) => total + size, 0);
const total = sum('boot', 'banner', 'bannerText');
console.log(
  `first visit, until the banner is there ${format(total)} bytes; later visits ${format(sum('boot', 'release'))}`,
);

if (total > budgets.firstVisit) over += 1;

const table = [
  '| what | when | bytes | budget |',
  '| --- | --- | ---: | ---: |',
  ...rows.map(
    ({ part, size, when, what }) => `| ${what} | ${when} | ${format(size)} | ${format(budgets[part])} |`,
  ),
].join('\n');
const BLOCK = /(<!-- sizes -->\n)[\s\S]*?(\n<!-- \/sizes -->)/;
const readme = fs.readFileSync('README.md', 'utf8');
const wanted = readme
  .replace(BLOCK, `$1${table}$2`)
  .replace(/(<!-- boot -->)[\d,]+/g, `$1${format(sum('boot'))}`)
  .replace(/(<!-- allowed -->)[\d,]+/g, `$1${format(sum('boot', 'release'))}`)
  .replace(/(<!-- first -->)[\d,]+/g, `$1${format(total)}`);
if (process.argv.includes('--write')) fs.writeFileSync('README.md', wanted);
else if (process.argv.includes('--check') && readme !== wanted) {
  console.error('README.md says other numbers; npm run size -- --write puts these in.');
  process.exit(1);
}
process.exit(over > 0 ? 1 : 0);

function format(bytes) {
  return bytes.toLocaleString('en-US');
}
