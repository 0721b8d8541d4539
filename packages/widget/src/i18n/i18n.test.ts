import { describe, expect, it } from 'vitest';
import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

interface LanguageFile {
  readonly banner: BannerTexts;
  readonly preferences: PreferencesTexts;
  readonly embed: EmbedTexts;
  readonly reopen: ReopenTexts;
}
const files = import.meta.glob<LanguageFile>(['./*.ts', '!./*.test.ts'], { eager: true });
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('languages', () => {
  it('include English and Japanese', () => {
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['./en.ts', './ja.ts']));
  });

  for (const [path, language] of Object.entries(files)) {
    it(`has every text, with the same placeholders and none of them empty, in ${path}`, () => {
      for (const face of ['banner', 'preferences', 'embed', 'reopen'] as const) {
        const reference: Record<string, string> = { ...files['./en.ts']?.[face] };
        const texts: Record<string, string> = { ...language[face] };
        expect(Object.keys(texts).sort()).toEqual(Object.keys(reference).sort());
        for (const [key, text] of Object.entries(texts)) {
          expect(text, key).not.toBe('');
          expect(placeholders(text), key).toEqual(placeholders(reference[key] ?? ''));
        }
      }
    });
  }
});
