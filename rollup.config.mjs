// Builds every package: ESM and types in packages/*/dist, then the script-tag files from those.
import fs from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';

/** In the order of their imports: each resolves the types of the ones before it from their dist. */
const packages = [
  'core',
  'gate',
  'adapters',
  'receipts',
  'receipts-client',
  'widget',
  'config',
  'receipts-server',
  'browser',
  'cli',
].filter((name) => hasSources(name) && isWanted(name));

/** `PACKAGES=core,gate` builds only these, for whoever works on them. */
function isWanted(name) {
  const { PACKAGES } = process.env;
  return !PACKAGES || PACKAGES.split(',').includes(name);
}

function hasSources(name) {
  const dir = `packages/${name}/src`;
  return fs.existsSync(dir) && fs.readdirSync(dir).length > 0;
}

/** A package's published entries, read from its "exports" and "bin", so that a new one needs no edit here. */
function entries(name) {
  const { exports, bin = {} } = JSON.parse(fs.readFileSync(`packages/${name}/package.json`, 'utf8'));
  const inputs = {};
  for (const target of Object.values(exports)) {
    const source = target['consentry-source']?.slice('./src/'.length);
    if (!source) continue;
    if (!source.includes('*')) {
      inputs[source.replace(/\.tsx?$/, '')] = `packages/${name}/src/${source}`;
      continue;
    }
    const folder = source.slice(0, source.indexOf('*'));
    for (const file of fs.readdirSync(`packages/${name}/src/${folder}`)) {
      if (/\.tsx?$/.test(file) && !file.includes('.test.')) {
        inputs[folder + file.replace(/\.tsx?$/, '')] = `packages/${name}/src/${folder}${file}`;
      }
    }
  }
  for (const file of Object.values(bin)) {
    const entry = file.replace('./dist/', '').replace('.js', '');
    inputs[entry] = `packages/${name}/src/${entry}.ts`;
  }
  return inputs;
}

/** Scripts of pages that a package serves: each is one file, with what it imports in it. */
const isPage = (entry) => entry.endsWith('-page');

const library = (name) => ({
  input: Object.fromEntries(Object.entries(entries(name)).filter(([entry]) => !isPage(entry))),
  external: (id) => !/^[./\0]/.test(id),
  output: {
    dir: `packages/${name}/dist`,
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
  plugins: [
    typescript({
      tsconfig: `packages/${name}/tsconfig.json`,
      compilerOptions: { outDir: `packages/${name}/dist` },
      noEmitOnError: true,
    }),
  ],
  onwarn(warning, report) {
    // A build with warnings is a build nobody reads.
    if (warning.code !== 'EMPTY_BUNDLE') throw new Error(`${name}: ${warning.message}`);
    report(warning);
  },
});

/**
 * uPlot makes a number format of the browser's language when it is loaded, and that may be none that there is ("C", of a
 * Linux browser without a locale). The pages format their numbers themselves.
 */
const chartsInEveryLocale = {
  name: 'charts-in-every-locale',
  transform(code, id) {
    if (!id.includes('uplot')) return null;
    const changed = code.replace(
      "Intl.NumberFormat(domEnv ? nav.language : 'en-US')",
      "Intl.NumberFormat('en-US')",
    );
    if (changed === code && /\.m?js$/.test(id))
      throw new Error(`${id}: its number format is made otherwise now.`);
    return { code: changed, map: null };
  },
};

const pages = (name) =>
  Object.entries(entries(name))
    .filter(([entry]) => isPage(entry))
    .map(([entry, input]) => ({
      input,
      output: { file: `packages/${name}/dist/${entry}.js`, format: 'es', sourcemap: true },
      plugins: [
        nodeResolve(),
        chartsInEveryLocale,
        typescript({
          tsconfig: `packages/${name}/tsconfig.json`,
          compilerOptions: { outDir: `packages/${name}/dist` },
          noEmitOnError: true,
        }),
      ],
      onwarn(warning) {
        throw new Error(`${name}: ${warning.message}`);
      },
    }));

/**
 * The script for those who cannot build their own: dist/generic of the browser package, made by the same
 * code that makes a site's files.
 */
const generic = {
  input: 'generic-build',
  output: { dir: 'packages/browser/dist/generic', format: 'es' },
  plugins: [
    {
      name: 'generic-build',
      resolveId: (id) => (id === 'generic-build' ? id : null),
      load: (id) => (id === 'generic-build' ? 'export {};' : null),
      // Names are hashes: what an older build left would stay for ever.
      buildStart: () => fs.rmSync('packages/browser/dist/generic', { recursive: true, force: true }),
      async generateBundle(_, bundle) {
        for (const name of Object.keys(bundle)) delete bundle[name];
        const { buildGeneric, loadCatalogue } = await import('@consentry/cli');
        for (const { name, content } of await buildGeneric(await loadCatalogue())) {
          this.emitFile({ type: 'asset', fileName: name, source: content });
        }
      },
    },
  ],
  // It is empty on purpose; everything else would be worth reading.
  onwarn(warning, report) {
    if (warning.code !== 'EMPTY_BUNDLE') report(warning);
  },
};

export default [
  ...packages.flatMap((name) => [library(name), ...pages(name)]),
  ...(isWanted('browser') && isWanted('cli') ? [generic] : []),
];
