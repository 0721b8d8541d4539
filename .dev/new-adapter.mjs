// Writes the file of a new adapter, with example values that pass the contract test as they are.
//   npm run new:adapter -- <id>
//   --into <folder>  writes it there and touches nothing else; for tests
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { factoryOf, scaffold } from './adapter-scaffold.mjs';
import { tool } from './steps.mjs';

const VENDORS = 'packages/adapters/src/vendors';
/** Names that a module cannot export, or that every adapter's file exports already. */
const RESERVED = ['class', 'default', 'delete', 'description', 'export', 'import', 'new', 'static', 'switch'];

const { id, into } = readArguments();
const file = join(into ?? VENDORS, `${id}.ts`);
if (fs.existsSync(file) || (!into && fs.existsSync(join(VENDORS, `${id}.ts`))))
  fail(`There is an adapter "${id}" already: ${file}. Choose another id, or edit that file.`, 1);
fs.writeFileSync(file, scaffold(id));
console.log(`${file} written. It passes the contract test as it is; now fill in, from sources you can link:

  1. the options: what a site has to say, with a pattern where ids have a form
  2. the doc comment: what the vendor does, whether it has a call that stops it, links and the day you read them
  3. setup: the calls before its script, on a grant and on a withdrawal, in the vendor's order
  4. storage, twice: what is deleted, and how long it lives; third parties' cookies with their domain
  5. the description: provider and country, hosts, the texts in English and Japanese, what a withdrawal does

docs/writing-an-adapter.md explains each.`);
if (!into) {
  const changeset = `.changeset/${id}-adapter.md`;
  fs.writeFileSync(changeset, `---\n"@consentry/adapters": minor\n---\n\nAdd an adapter for ${id}.\n`);
  console.log(`\n${changeset} written.`);
  run(tool('biome'), 'check', '--write', file);
  // Its calls, to be looked at, and recorded anew whenever they change.
  run(tool('vitest'), 'run', '--config', 'test/vitest.config.ts', 'test/contract/consent-calls.test.ts');
  console.log(`
Then, each time something has changed:
  RECORD=${id} npm run test:unit -- test/contract/consent-calls.test.ts   # look at what it records
  npm run test:unit -- test/contract
  npm run build && npm run generate`);
}

function readArguments() {
  const usage = 'Usage: npm run new:adapter -- <id>, e.g. npm run new:adapter -- acme-chat';
  try {
    const { values, positionals } = parseArgs({
      options: { into: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length !== 1) fail(usage, 2);
    const [name] = positionals;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 50)
      fail(
        `"${name}" is no id: lower-case letters, digits and single dashes, beginning with a letter, at most 50.`,
        1,
      );
    if (RESERVED.includes(factoryOf(name)))
      fail(`"${name}" cannot be exported under that name. Choose another id, e.g. "${name}-analytics".`, 1);
    return { id: name, into: values.into };
  } catch (error) {
    return fail(`${error.message}\n${usage}`, 2);
  }
}

/** Runs a tool silently; what it says is shown when it fails. */
function run(...command) {
  const env = { ...process.env, RECORD: id };
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), { env, encoding: 'utf8' });
  if (status === 0) return;
  fail(`${stdout}${stderr}\n"${command.slice(1).join(' ')}" failed; ${file} stays as it is.`, 1);
}

function fail(message, code) {
  console.error(message);
  process.exit(code);
}
