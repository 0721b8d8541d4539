// Writes the files that follow from others: the config's JSON Schema and the table of adapters in the docs.
//   --check  writes nothing and fails when one of them is out of step
import fs from 'node:fs';
import { loadCatalogue } from '@consentry/cli';
import { composeSchema } from '@consentry/config';

const catalogue = await loadCatalogue();
const outputs = {
  'packages/config/schema/consentry.schema.json': `${JSON.stringify(composeSchema(catalogue), null, 2)}\n`,
  'docs/adapters.md': withTable(fs.readFileSync('docs/adapters.md', 'utf8')),
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

function withTable(text) {
  const rows = Object.entries(catalogue).map(
    ([id, { name, provider, country, purpose, storage, options }]) => {
      const required = options.required?.map((option) => `\`${option}\``).join(', ') ?? '';
      const stores = storage.map(({ name: item }) => `\`${item}\``).join(', ') || 'nothing known';
      const who = provider.en ? `${provider.en}${country ? ` (${country})` : ''}` : 'anybody';
      return `| \`${id}\` | ${name.en ?? 'any script, frame or pixel'} | ${who} | ${purpose} | ${required} | ${id === 'tag' ? 'as declared' : stores} |`;
    },
  );
  const table = [
    '| id | vendor | provider | usual purpose | required options | stores |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  return text.replace(/(<!-- adapters -->\n)[\s\S]*?(\n<!-- \/adapters -->)/, `$1${table}$2`);
}
