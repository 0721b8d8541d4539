import { describe, expect, it } from 'vitest';
import { fileLanguages, spokenFiles, withAliases } from './content-files.js';
import { matchLanguage } from './language.js';

const FILES = { en: 'en.a1', 'zh-Hant': 'zh-Hant.b2', 'zh-Hans': 'zh-Hans.c3', no: 'no.d4', he: 'he.e5' };

describe('the content files of a face', () => {
  it('are found by the tags that browsers send for their languages', () => {
    const tags = Object.keys(withAliases(FILES));
    const found = (...wanted: string[]) => withAliases(FILES)[matchLanguage(tags, wanted)];
    expect(found('zh-TW')).toBe('zh-Hant.b2');
    expect(found('zh-HK')).toBe('zh-Hant.b2');
    expect(found('zh-CN')).toBe('zh-Hans.c3');
    expect(found('zh')).toBe('zh-Hans.c3');
    expect(found('nb-NO')).toBe('no.d4');
    expect(found('iw')).toBe('he.e5');
    expect(found('fr', 'nn')).toBe('no.d4');
  });

  it("begin with the site's own languages, so that the first of them stays the last resort", () => {
    expect(Object.keys(withAliases({ ja: 'ja.1', no: 'no.2' }))).toEqual(['ja', 'no', 'nb', 'nn']);
    expect(matchLanguage(Object.keys(withAliases({ ja: 'ja.1', no: 'no.2' })), ['fr'])).toBe('ja');
  });

  it('keep what the site itself says in a language that is an alias of another', () => {
    const own = withAliases({ no: 'no.1', nb: 'nb.2' });
    expect(own.nb).toBe('nb.2');
    expect(own.nn).toBe('no.1');
  });

  it('have no alias for a language that the site does not speak', () => {
    expect(withAliases({ en: 'en.1' })).toEqual({ en: 'en.1' });
  });
});

describe('the languages that a site speaks', () => {
  it('are those of its config, in its order, as far as there are words', () => {
    expect(Object.keys(spokenFiles(FILES, ['he', 'tlh', 'en']))).toEqual(['he', 'en']);
    expect(spokenFiles(FILES, ['he']).he).toBe('he.e5');
  });

  it('are all there are where the config names none, or none that exists', () => {
    expect(spokenFiles(FILES, [])).toBe(FILES);
    expect(spokenFiles(FILES, ['tlh', 'toString', '__proto__'])).toBe(FILES);
  });
});

describe('the languages that a visitor can switch to', () => {
  it('are listed once each, without their aliases', () => {
    expect(fileLanguages(withAliases(FILES))).toEqual(['en', 'zh-Hant', 'zh-Hans', 'no', 'he']);
  });
});
