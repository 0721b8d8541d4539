import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundle } from './bundle.js';
import { literal } from './file-list.js';
import { languageOf, widgetLanguages, widgetTexts } from './widget-texts.js';

const known = await widgetLanguages();

describe('the languages of a build', () => {
  it('are those the widget has a file of, English first', () => {
    expect(known[0]).toBe('en');
    expect(known).toEqual(expect.arrayContaining(['ja', 'de', 'pt-BR', 'zh-Hans', 'zh-Hant']));
    expect(known.length).toBeGreaterThanOrEqual(40);
    expect(known.filter((tag) => /test|\./.test(tag))).toEqual([]);
  });

  it.each([
    ['itself', 'ja', 'ja'],
    ['the language of its region', 'en-GB', 'en'],
    ['a language of its region that has words of its own', 'pt-BR', 'pt-BR'],
    ['the same words for another region', 'pt-AO', 'pt'],
    ['Portuguese of Portugal where no region is named', 'pt', 'pt'],
    ['traditional characters where they are usual', 'zh-TW', 'zh-Hant'],
    ['traditional characters in Hong Kong', 'zh-HK', 'zh-Hant'],
    ['traditional characters in Macao', 'zh-MO', 'zh-Hant'],
    ['traditional characters where the tag says so', 'zh-Hant-SG', 'zh-Hant'],
    ['simplified characters where they are usual', 'zh-CN', 'zh-Hans'],
    ['simplified characters in Singapore', 'zh-SG', 'zh-Hans'],
    ['simplified characters where nothing is said', 'zh', 'zh-Hans'],
    ['Norwegian for Bokmål', 'nb', 'no'],
    ['Norwegian for Nynorsk, with a region', 'nn-NO', 'no'],
    ['Hebrew by its old tag', 'iw', 'he'],
    ['Indonesian by its old tag', 'in', 'id'],
    ['the language whatever the case', 'PT-br', 'pt-BR'],
    ['no language that only begins alike', 'fil', undefined],
    ['nothing for what is no tag', 'en_GB!', undefined],
  ])('find %s', (_, tag, language) => {
    expect(languageOf(tag, known)).toBe(language);
  });

  it('have the words of the language that was found', async () => {
    expect((await widgetTexts('nb-NO')).banner).toEqual((await widgetTexts('no')).banner);
    expect((await widgetTexts('nb-NO')).banner).not.toEqual((await widgetTexts('en')).banner);
  });

  it('are listed for a tag that has none, with the language of the country that may have been meant', async () => {
    await expect(widgetTexts('jp')).rejects.toThrow(
      /no texts in "jp" yet; did you mean "ja"\? There are en, ar,/,
    );
    await expect(widgetTexts('cn')).rejects.toThrow(/did you mean "zh-Hans"/);
    // Serbian, and not what is spoken in Suriname.
    await expect(widgetTexts('sr')).rejects.toThrow(/no texts in "sr" yet\. There are en, ar,/);
    await expect(widgetTexts('fil')).rejects.toThrow(/no texts in "fil" yet\. There are en, ar,/);
  });

  it('are listed in the documentation, each with the form its phrases have', async () => {
    const page = await readFile(new URL('../../../../docs/languages.md', import.meta.url), 'utf8');
    for (const tag of known) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${tag}\` |`));
      expect(row, tag).toContain(`\`${(await widgetTexts(tag)).banner.phrase}\``);
    }
  });

  it.each(known)('weigh at most 1,000 bytes each, as builds minify them: %s', async (language) => {
    const script = await bundle(
      `import * as texts from ${literal(`@consentry/widget/i18n/${language}`)};\nglobalThis.texts = [texts.banner, texts.preferences, texts.embed, texts.reopen];`,
    );
    expect(script).toContain(JSON.stringify((await widgetTexts(language)).banner.title).slice(1, -1));
    const size = brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    expect(size).toBeLessThanOrEqual(1000);
  });
});
