// Writes the files that follow from others: the JSON Schemas of config and notice document, and the tables of adapters and
// regimes in the docs.
//   --check  writes nothing and fails when one of them is out of step
import fs from 'node:fs';
import { loadCatalogue } from '@consentry/cli';
import { composeSchema, noticeSchema, placeName, REGIME_TABLE } from '@consentry/config';

const catalogue = await loadCatalogue();
const outputs = {
  'packages/config/schema/consentry.schema.json': `${JSON.stringify(composeSchema(catalogue), null, 2)}\n`,
  'packages/config/schema/notice.schema.json': `${JSON.stringify(noticeSchema(), null, 2)}\n`,
  'docs/adapters.md': withTable(fs.readFileSync('docs/adapters.md', 'utf8')),
  'docs/regimes.md': withRegimes(fs.readFileSync('docs/regimes.md', 'utf8')),
};

let stale = 0;
for (const [file, content] of Object.entries(outputs)) {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === content) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is out of step; npm run generate writes it.`);
    stale += 1;
  } else {
    fs.writeFileSync(file, content);
    console.log(`${file} written`);
  }
}
process.exit(stale > 0 ? 1 : 0);

/** The adapters by the purpose they usually serve, most of them first: a table each, and the one for anything else. */
function withTable(text) {
  const ids = Object.keys(catalogue).filter((id) => id !== 'tag');
  const purposes = [...new Set(ids.map((id) => catalogue[id].purpose))];
  const sections = purposes
    .map((purpose) => [purpose, ids.filter((id) => catalogue[id].purpose === purpose)])
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([purpose, members]) => `### ${purpose}\n\n${table(members)}`);
  const count = `${ids.length} vendors, by the purpose they usually serve, and \`tag\` for anybody else.`;
  const content = [count, ...sections].join('\n\n');
  return text.replace(
    /(<!-- adapters -->\n)[\s\S]*?(\n<!-- \/adapters -->)/,
    (_, start, end) => start + content + end,
  );
}

function table(ids) {
  return [
    '| id | vendor | provider | required options | stores | after a withdrawal |',
    '| --- | --- | --- | --- | --- | --- |',
    ...ids.map(row),
  ].join('\n');
}

function row(id) {
  const { name, provider, country, storage, options, withdrawal } = catalogue[id];
  const code = (names) => names.map((item) => `\`${item}\``).join(', ');
  const own = storage
    .filter(({ domain }) => !domain)
    .map(({ name: item, life }) => code([item]) + (life ? '' : ' (?)'));
  const sites = storage.flatMap(({ domain }) => domain ?? []);
  const stores = [[...new Set(own)].join(', '), sites[0] && `on ${[...new Set(sites)].join(', ')}`];
  const who = `${provider.en}${country ? ` (${country})` : ''}`;
  const after = { silenced: 'stops in the page', reload: 'page loaded again', removed: 'frame taken out' };
  const cells = [
    `\`${id}\``,
    name.en,
    who,
    code(options.required ?? []),
    stores.filter(Boolean).join('; ') || 'nothing known',
    after[withdrawal?.kind] ?? 'see below',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The table of regimes, and below it what its rows leave out. */
function withRegimes(text) {
  const where = (place) =>
    place.endsWith('-*') ? `${placeName(place.slice(0, 2))}, elsewhere` : placeName(place);
  const rows = REGIME_TABLE.map(({ places, law, model, grantDays, denyDays, signal, ...row }) => {
    const { confidence, daysConfidence, source } = row;
    const names = places.length === 1 ? `${where(places[0])} (\`${places[0]}\`)` : `\`${places.join(' ')}\``;
    const from = source.url ? `[read ${source.date}](${source.url})` : 'unverified';
    const sure = `${confidence}, ${daysConfidence}`;
    return `| ${[names, law, model, grantDays, denyDays, signal, sure, from].join(' | ')} |`;
  });
  const notes = REGIME_TABLE.filter(({ note }) => note).map(
    ({ places, note }) => `- \`${places[0]}\`: ${note}`,
  );
  const table = [
    '| places | law | model | yes, days | no, days | signal | confidence | source |',
    '| --- | --- | --- | ---: | ---: | --- | --- | --- |',
    ...rows,
    '',
    ...notes,
  ].join('\n');
  return text.replace(
    /(<!-- regimes -->\n)[\s\S]*?(\n?<!-- \/regimes -->)/,
    (_, start) => `${start}${table}\n<!-- /regimes -->`,
  );
}
