// Writes the JSON Schema that editors read, with the options of every adapter. Run by the build.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeSchema } from '@consentry/config';

const folder = 'packages/adapters/dist/vendors';
const catalogue = {};
for (const file of fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .sort()) {
  const { description } = await import(pathToFileURL(path.resolve(folder, file)).href);
  catalogue[file.slice(0, -3)] = description;
}
fs.writeFileSync(
  'packages/config/schema/consentry.schema.json',
  `${JSON.stringify(composeSchema(catalogue), null, 2)}\n`,
);
