// Builds the starter pages that create-vite publishes, each with the real framework from npm and the template's own
// settings. Nothing of a template is kept here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Templates, and the framework that each is made with; `vanilla` is the plain page, made with none. */
export const STARTERS = {
  vanilla: undefined,
  react: 'react',
  vue: 'vue',
  svelte: 'svelte',
  solid: 'solid-js',
  lit: 'lit',
};

const CACHE = new URL('../../node_modules/.cache/consentry/starters/', import.meta.url);
const TEMPLATES = new URL('../../node_modules/create-vite/', import.meta.url);
/** Exact versions, as the repository pins them. */
const { devDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Files of a starter's built site by their path; built once for each version of template and framework. */
export async function starterFiles(name) {
  const folder = new URL(`${await built(name)}/`, CACHE);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`)
      .map((file) => [file.slice(fileURLToPath(folder).length).replace(/^\/*/, '/'), readFileSync(file)]),
  );
}

async function built(name) {
  const versions = ['create-vite', 'vite', STARTERS[name]].map((each) => devDependencies[each]);
  const folder = [name, ...versions].join('-').replace(/-$/, '');
  if (existsSync(new URL(folder, CACHE))) return folder;
  // Several workers may be at it: whoever is first, wins.
  const own = fileURLToPath(new URL(`${folder}.${process.pid}`, CACHE));
  await build({
    root: fileURLToPath(new URL(`template-${name}`, TEMPLATES)),
    logLevel: 'error',
    build: { outDir: own, emptyOutDir: true },
  });
  await rename(own, fileURLToPath(new URL(folder, CACHE))).catch(() => rm(own, { recursive: true }));
  return folder;
}
