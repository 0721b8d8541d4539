import { describe, expect, it } from 'vitest';
import { matchLanguage } from './language.js';

describe('the language', () => {
  it.each([
    ["is the page's own", ['en', 'ja'], ['ja', 'en-US'], 'ja'],
    ['is found for a region of it', ['en', 'ja'], ['ja-JP'], 'ja'],
    ['is the longest that fits', ['zh', 'zh-Hant', 'zh-Hant-HK'], ['zh-Hant-TW'], 'zh-Hant'],
    ['is found whatever the case', ['en', 'pt-BR'], ['PT-br'], 'pt-BR'],
    ["is the visitor's first where the page says nothing", ['en', 'ja'], ['', 'fr', 'ja'], 'ja'],
    ["is the site's first where nobody reads any", ['ja', 'en'], ['fr', 'de'], 'ja'],
    ["is the site's first where nobody says anything", ['ja', 'en'], [], 'ja'],
    ['is not one that only begins alike', ['en', 'fi'], ['fil', 'enm'], 'en'],
    ['survives what is not a tag', ['en', 'ja'], ['c'.repeat(9), 'ja'], 'ja'],
    ['is not one of another region', ['en', 'pt-BR'], ['pt-PT', 'en'], 'en'],
  ])('%s', (_, available, wanted, language) => {
    expect(matchLanguage(available, wanted)).toBe(language);
  });
});
