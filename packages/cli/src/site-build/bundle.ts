import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { leanPreact } from './lean-preact.js';
import { propertyMangling } from './mangled-names.js';
import { oneKindOfVariable } from './one-kind-of-variable.js';

const BROWSER_PACKAGE = dirname(fileURLToPath(import.meta.resolve('@consentry/browser')));

/** Modules that a bundle takes from the page instead of containing them: module name to expression. */
export type Shared = Readonly<Record<string, string>>;

/**
 * One classic script out of `entry` (the text of a module), minified. The same input gives the same
 * bytes: no paths, no times. `leftOut` says what expressions of our own packages are in this bundle, where that makes
 * what depends on them go away.
 */
export async function bundle(
  entry: string,
  shared: Shared = {},
  leftOut: Readonly<Record<string, string>> = {},
): Promise<string> {
  // Beside this file, so that the entry's imports resolve to what this package depends on.
  const id = fileURLToPath(new URL('consentry-entry.js', import.meta.url));
  const built = await rollup({
    input: id,
    external: Object.keys(shared),
    // What an entry does not use is not carried, whatever its package says of itself (js-cookie says nothing).
    treeshake: { moduleSideEffects: false },
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? entry : null),
      },
      // nanostores looks at process.env, which no page has.
      replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': '"production"', ...leftOut } }),
      leanPreact(),
      // One Preact for all, found from where it is a dependency and not from where the command is run.
      resolve({ browser: true, dedupe: ['preact'], rootDir: BROWSER_PACKAGE }),
    ],
    onwarn(warning) {
      // Preact's modules know each other.
      if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('preact'))) return;
      throw new Error(warning.message);
    },
  });
  const { output } = await built.generate({
    format: 'iife',
    globals: { ...shared },
    strict: true,
    plugins: [oneKindOfVariable],
  });
  await built.close();
  return minifyScript(output[0].code);
}

/** A classic script as builds minify it: names that only our own code uses become the same in every one. */
async function minifyScript(script: string): Promise<string> {
  const { regex, nameCache } = propertyMangling();
  const { code = '' } = await minify(script, {
    ecma: 2020,
    toplevel: true,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    mangle: { properties: { regex } },
    nameCache,
    format: { comments: false },
  });
  return code.endsWith('\n') ? code : `${code}\n`;
}
