// Writes test/contract/public-exports.json from the built packages, for when an export was added on purpose.
import fs from 'node:fs';

const recorded = {};
for (const name of fs.readdirSync('packages').sort()) {
  if (!fs.existsSync(`packages/${name}/src/index.ts`)) continue;
  recorded[name] = Object.keys(await import(`@consentry/${name}`)).sort();
}
fs.writeFileSync('test/contract/public-exports.json', `${JSON.stringify(recorded, null, 2)}\n`);
