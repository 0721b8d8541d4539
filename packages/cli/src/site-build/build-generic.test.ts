import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../adapter-catalogue.js';
import { buildGeneric } from './build-generic.js';
import type { BuiltFile } from './file-list.js';
import { widgetLanguages, widgetTexts } from './widget-texts.js';

const languages = await widgetLanguages();
let files: readonly BuiltFile[];

beforeAll(async () => {
  files = await buildGeneric(await loadCatalogue());
}, 60_000);

/** The only file of a name, and the hash in its name. */
const part = (name: string) => {
  const found = files.filter((file) => new RegExp(`^consentry-${name}\\.\\w+\\.js(on)?$`).test(file.name));
  expect(found, name).toHaveLength(1);
  return { sign: found[0]?.name.split('.').at(-2) ?? '', content: found[0]?.content ?? '' };
};

describe('the build for everybody', () => {
  it.each(languages)(
    'has the words of every face in %s, and those of no other language',
    async (language) => {
      const { banner, preferences, embed } = await widgetTexts(language);
      const other = await widgetTexts(language === 'en' ? 'ja' : 'en');
      for (const [face, said, unsaid] of [
        ['banner', [banner.ask, banner.tell, banner.deny, banner.allow], other.banner.ask],
        [
          'preferences',
          [preferences.intro, preferences.unsaved, preferences.history],
          other.preferences.intro,
        ],
        ['embeds', [embed.once, embed.text], other.embed.once],
      ] as const) {
        const { sign, content: words } = part(`${face}.${language}`);
        for (const text of said) expect(words).toContain(JSON.stringify(text));
        expect(words).not.toContain(JSON.stringify(unsaid));
        // What shows them knows them by their hash, and carries the words of no language itself.
        expect(part(face).content).toContain(`${language}.${sign}`);
        expect(part(face).content).not.toContain(JSON.stringify(said[0]).slice(1, -1));
      }
    },
  );

  it('is JavaScript in every file that is not data', () => {
    for (const { name, content } of files) {
      if (name.endsWith('.json')) {
        expect(Object.keys(JSON.parse(content)).length, name).toBeGreaterThan(0);
        continue;
      }
      // Without a page it ends at the first thing of a page that it needs.
      const error = failure(() => runInNewContext(content, {}));
      expect(error?.message ?? '', name).toMatch(/document|currentScript|window|location/);
    }
  });
});

function failure(run: () => unknown): Error | undefined {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  return undefined;
}
