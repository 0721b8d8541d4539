import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '../support/visitor.js';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const consentry = (...args: string[]) =>
  promisify(execFile)(process.execPath, [at('packages/cli/dist/consentry.js'), ...args]);

test('what was shown is drawn again from its hash, as it was, in a file that needs nothing else', async ({
  visitor,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'consentry-shown-'));
  try {
    await consentry('build', at('examples/omakase/consentry.json'), '-o', folder);
    const seen: string[] = [];
    for (const name of await readdir(join(folder, 'shown'))) {
      const { face, content } = JSON.parse(await readFile(join(folder, 'shown', name), 'utf8'));
      if (content.language !== 'ja') continue;
      const page = join(folder, `${name}.html`);
      await consentry('shown', join(folder, 'shown', name), '-o', page);
      await visitor.goto(pathToFileURL(page).href);
      const element = {
        banner: 'consentry-banner',
        preferences: 'consentry-preferences',
        embeds: 'consentry-embed',
      }[face as 'banner'];
      const words = await visitor.run((selector) => {
        const surface = document
          .querySelector(selector)
          ?.shadowRoot?.querySelector('[part=surface],section,span');
        return (surface?.getBoundingClientRect().height ?? 0) > 0 ? (surface?.textContent ?? '') : '';
      }, element);
      const [place] = Object.values<{ title: string }>(content.places ?? {});
      expect(words).toContain(content.texts.title ?? place?.title);
      seen.push(face);
    }
    expect(seen.sort()).toEqual(['banner', 'embeds', 'preferences']);
    expect(visitor.messages()).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
