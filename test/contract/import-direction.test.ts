import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each package may import: `values`, or only `types`. What is not here is forbidden, third parties too. */
const ALLOWED: Record<string, { values: string[]; types?: string[] }> = {
  core: { values: ['nanostores', 'js-cookie'] },
  gate: { values: ['@consentry/core'] },
  widget: { values: ['@consentry/core', 'preact'] },
  adapters: { values: [], types: ['@consentry/core', '@consentry/gate'] },
  receipts: { values: [] },
  'receipts-client': { values: ['@consentry/receipts'], types: ['@consentry/core'] },
  'receipts-server': { values: ['@consentry/receipts', 'hono', 'libsql', 'node:', 'pg', 'uplot'] },
  config: {
    values: ['@sinclair/typebox', 'ajv', 'fastest-levenshtein', 'iso-3166', 'jsonc-parser', 'yaml'],
    types: ['@consentry/core'],
  },
  browser: {
    values: [
      '@consentry/adapters',
      '@consentry/core',
      '@consentry/gate',
      '@consentry/receipts',
      '@consentry/receipts-client',
      '@consentry/widget',
      'preact',
    ],
  },
  cli: {
    values: [
      '@consentry/adapters',
      '@consentry/browser',
      '@consentry/config',
      '@consentry/core',
      '@consentry/gate',
      '@consentry/receipts',
      '@consentry/receipts-server',
      '@consentry/widget',
      '@hono/node-server',
      '@rollup/plugin-node-resolve',
      '@rollup/plugin-replace',
      'hono',
      'node:',
      'parse5',
      'playwright-core',
      'preact',
      'preact-render-to-string',
      'rollup',
      'terser',
    ],
  },
};

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

interface Found {
  readonly file: string;
  readonly module: string;
  readonly typeOnly: boolean;
}

function importsOf(name: string): Found[] {
  const root = join('packages', name, 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(IMPORT)].map((match) => ({
        file: join(root, file),
        module: (match[3] ?? match[4]) as string,
        // `import { type A, type B } from` counts as well
        typeOnly: match[2] !== undefined || /^\s*import\s+\{(\s*type\s+[^,}]+,?)+\s*\}/.test(match[0]),
      }));
    })
    .filter(({ module }) => !module.startsWith('.'));
}

const covers = (allowed: string, module: string) =>
  allowed.endsWith(':') ? module.startsWith(allowed) : module === allowed || module.startsWith(`${allowed}/`);

describe('import direction', () => {
  it('is decided for every package', () => {
    expect(readdirSync('packages').sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  it.each(Object.keys(ALLOWED))('lets %s import only what the table says', (name) => {
    const { values, types = [] } = ALLOWED[name] as (typeof ALLOWED)[string];
    const forbidden = importsOf(name).filter(
      ({ module, typeOnly }) =>
        !values.some((allowed) => covers(allowed, module)) &&
        !(typeOnly && types.some((allowed) => covers(allowed, module))),
    );
    expect(forbidden).toEqual([]);
  });

  it.each(Object.keys(ALLOWED))(
    'finds everything that %s imports among its declared dependencies',
    (name) => {
      const manifest = JSON.parse(readFileSync(join('packages', name, 'package.json'), 'utf8'));
      const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
      const missing = importsOf(name)
        .map(({ module }) => module)
        .filter(
          (module) =>
            !module.startsWith('node:') && !declared.some((dependency) => covers(dependency, module)),
        );
      expect(missing).toEqual([]);
    },
  );

  it('sees imports in every form they are written in', () => {
    const text = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "export { c } from 'c';",
      "import 'd';",
      "const e = await import('e');",
      "import {\n  f,\n} from 'f';",
    ].join('\n');
    expect([...text.matchAll(IMPORT)].map((match) => match[3] ?? match[4])).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
    ]);
  });
});
