// Adds to package-lock.json the optional platform packages that the registry in use did not offer, so that
// `npm ci` accepts the lock and other platforms find theirs. Run it after every change of dependencies.
import fs from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
  'wasi',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'loong64',
  'riscv64',
  'ppc64',
  's390x',
  'wasm32',
  'mips64el',
];

const lock = JSON.parse(fs.readFileSync(FILE, 'utf8'));
let added = 0;
for (const [place, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolves(place, name)) continue;
    const words = name.split('/').pop().split('-');
    const os = name === 'fsevents' ? 'darwin' : words.find((word) => SYSTEMS.includes(word));
    const cpu = words.find((word) => PROCESSORS.includes(word));
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[~^]/, ''),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(os ? { os: [os] } : {}),
    };
    added++;
  }
}

/** Whether `name` is found from `place` the way Node looks for it, upwards. */
function resolves(place, name) {
  for (
    let base = place;
    ;
    base = base.includes('node_modules/')
      ? base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))
      : ''
  ) {
    if (lock.packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
fs.writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added to ${FILE}`);
