// Packs every package as it would be published, asks publint and attw about the tarball, then installs them
// all into an empty project and imports every entry, from JavaScript and from TypeScript.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'consentry-published-'));
const bin = (name) => path.resolve('node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const npm = (args, cwd = '.') =>
  execFileSync(process.execPath, [process.env.npm_execpath ?? findNpm(), ...args], { cwd, encoding: 'utf8' });
const results = [];
const check = (name, run) => {
  const problem = run();
  results.push(!problem);
  console.log(`${problem ? 'FAIL' : 'ok  '} ${name}${problem ? `\n${problem}` : ''}`);
};
const output = ({ status, stdout, stderr }) => (status === 0 ? '' : `${stdout}${stderr}`);

const packages = fs.readdirSync('packages');
const tarballs = {};
for (const name of packages) {
  const [{ filename }] = JSON.parse(
    npm(['pack', `./packages/${name}`, '--json', '--pack-destination', folder, '--silent']),
  );
  tarballs[name] = path.join(folder, filename);
  check(`publint @consentry/${name}`, () =>
    output(spawnSync(bin('publint'), [tarballs[name], '--strict'], { encoding: 'utf8' })),
  );
  check(`types of @consentry/${name}`, () =>
    output(spawnSync(bin('attw'), [tarballs[name], '--profile', 'esm-only'], { encoding: 'utf8' })),
  );
}

/** Every entry of every package; patterns are filled in from the folder they stand for. */
const entries = packages.flatMap((name) => {
  const { exports } = JSON.parse(fs.readFileSync(`packages/${name}/package.json`, 'utf8'));
  return Object.entries(exports).flatMap(([entry, target]) => {
    if (!target.import) return [];
    const module = path.posix.join(`@consentry/${name}`, entry);
    if (!entry.includes('*')) return [module];
    const dist = path.join(`packages/${name}`, path.dirname(target.import));
    const files = fs.readdirSync(dist).filter((file) => file.endsWith('.js'));
    return files.map((file) => module.replace('*', file.slice(0, -3)));
  });
});

check('all of them install together into an empty project', () => {
  const dependencies = Object.fromEntries(
    packages.map((name) => [`@consentry/${name}`, `file:${tarballs[name]}`]),
  );
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', private: true, type: 'module', dependencies }),
  );
  try {
    npm(['install', '--no-audit', '--no-fund', '--silent'], folder);
    return '';
  } catch (error) {
    return `${error.stdout}${error.stderr}`;
  }
});
for (const entry of entries) {
  // A file that a page runs as a script, not a module that somebody imports.
  if (entry.endsWith('/sqlite-worker') || entry.endsWith('-page')) continue;
  check(`import '${entry}'`, () =>
    output(
      spawnSync(process.execPath, ['--input-type=module', '-e', `await import('${entry}')`], {
        cwd: folder,
        encoding: 'utf8',
      }),
    ),
  );
}
check('TypeScript finds the types of every entry, with its strictest settings', () => {
  const text = entries.map(
    (entry, i) => `import * as entry${i} from '${entry}';\nexport const use${i} = entry${i};`,
  );
  fs.writeFileSync(path.join(folder, 'all.ts'), `${text.join('\n')}\n`);
  const options = [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--skipLibCheck',
    'false',
    '--types',
    'node',
    '--typeRoots',
    path.resolve('node_modules/@types'),
  ];
  return output(spawnSync(bin('tsc'), [...options, 'all.ts'], { cwd: folder, encoding: 'utf8' }));
});
check('the command builds a site', () => {
  fs.copyFileSync('examples/omakase/consentry.json', path.join(folder, 'consentry.json'));
  const built = spawnSync(path.join(folder, 'node_modules/.bin/consentry'), ['build', '-o', 'out'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return (
    output(built) || (fs.existsSync(path.join(folder, 'out/consentry.js')) ? '' : 'There is no consentry.js.')
  );
});

fs.rmSync(folder, { recursive: true, force: true });
const passed = results.filter(Boolean).length;
fs.mkdirSync('node_modules/.cache/consentry', { recursive: true });
fs.writeFileSync(
  'node_modules/.cache/consentry/packages.json',
  JSON.stringify({ passed, failed: results.length - passed }),
);
process.exit(passed === results.length ? 0 : 1);

function findNpm() {
  const root = path.dirname(process.execPath);
  return [
    '../lib/node_modules/npm/bin/npm-cli.js',
    'node_modules/npm/bin/npm-cli.js',
    '../share/nodejs/npm/bin/npm-cli.js',
  ]
    .map((file) => path.resolve(root, file))
    .find((file) => fs.existsSync(file));
}
