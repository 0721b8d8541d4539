import { createHash } from 'node:crypto';
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

const part = (name: string) => {
  const found = files.filter((file) => file.name.startsWith(`consentry-${name}.`));
  expect(found, name).toHaveLength(1);
  return found[0]?.content ?? '';
};
const hashOf = (content: string) => createHash('sha256').update(content).digest('base64');

describe('the build for everybody', () => {
  it.each(languages)('asks and explains in %s, with the words of no other language', async (language) => {
    const { banner, preferences } = await widgetTexts(language);
    const [ask, dialog] = [part(`ask.${language}`), part(`preferences.${language}`)];
    for (const text of [banner.ask, banner.tell, banner.deny, banner.allow])
      expect(ask).toContain(quoted(text));
    for (const text of [preferences.intro, preferences.unsaved, preferences.history])
      expect(dialog).toContain(quoted(text));
    const other = await widgetTexts(language === 'en' ? 'ja' : 'en');
    expect(ask + dialog).not.toContain(quoted(other.banner.ask));
    expect(ask).toContain(hashOf(dialog));
    expect(part('release')).toContain(hashOf(ask));
  });

  it('is JavaScript without a name in it that nobody defines', () => {
    for (const { name, content } of files) {
      expect(content, name).not.toContain('consentry$');
      // Without a page it ends at the first thing of a page that it needs.
      const error = failure(() => runInNewContext(content, {}));
      expect(error?.name, name).not.toBe('SyntaxError');
      expect(error?.message ?? '', name).toMatch(/^$|document|currentScript|window|location/);
    }
  });
});

/** As it stands in a script, whichever quotes are around it. */
function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function failure(run: () => unknown): Error | undefined {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  return undefined;
}
