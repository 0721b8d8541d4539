import type { ConsentSnapshot } from '@consentry/core';
import type { ComponentChild, VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { composeSentence } from '../banner-sentence.js';
import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';
import { fillIn } from '../fill-in.js';

interface LanguageFile {
  readonly banner: BannerTexts;
  readonly preferences: PreferencesTexts;
  readonly embed: EmbedTexts;
  readonly reopen: ReopenTexts;
}

const FACES = ['banner', 'preferences', 'embed', 'reopen'] as const;
/** Every official language of the EU, and the others that were promised. */
const PROMISED =
  'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv ' +
  'ar ca fa he hi id ja ko no pt-BR th tr uk vi zh-Hans zh-Hant';
/** What may be the same as in English: how things are put together, not what is said. */
const GRAMMAR = ['comma', 'place'];
/** Languages whose own script is another than the Latin one. */
const OTHER_SCRIPT = 'ar bg el fa he hi ja ko th uk zh-Hans zh-Hant'.split(' ');
const RIGHT_TO_LEFT = ['ar', 'fa', 'he'];
/** About what fits beside its neighbour on a phone of 390 px. East Asian characters count two. */
const LONGEST_LABEL = 20;

const files = import.meta.glob<LanguageFile>(['./*.ts', '!./*.test.ts'], { eager: true });
const languages = Object.entries(files).map(([path, file]) => [path.slice(2, -3), file] as const);
const english = files['./en.ts'] as LanguageFile;
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const textsOf = (file: LanguageFile) =>
  FACES.flatMap((face) =>
    Object.entries(file[face]).map(([key, text]) => [face, key, text as string] as const),
  );

/** Columns of a terminal: letters that take two count two, signs above or below others nothing. */
function displayWidth(text: string): number {
  const letters = text.replace(/\p{Mn}/gu, '');
  const wide = letters.match(
    /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff01-\uff60]/gu,
  );
  return letters.length + (wide?.length ?? 0);
}

/** What somebody reads, out of what is drawn. */
function read(drawn: ComponentChild): string {
  if (Array.isArray(drawn)) return drawn.map(read).join('');
  if (typeof drawn !== 'object' || drawn === null) return typeof drawn === 'string' ? drawn : '';
  return read((drawn as VNode).props.children as ComponentChild);
}

/** The banner's sentence about so many purposes, each with so many vendors. */
function sentence(
  file: LanguageFile,
  model: 'opt-in' | 'opt-out',
  purposeCount: number,
  vendorCount: number,
) {
  const purposes = ['Measuring', 'Advertising', 'Chat', 'Settled'].map((label, i) => ({
    id: label,
    label,
    vendors: [...'ABC'].slice(0, vendorCount).map((letter) => `${letter}${i}`),
  }));
  const asked = purposes.slice(0, purposeCount);
  const drawn = composeSentence(
    {
      language: '',
      texts: file.banner,
      purposes,
      vendors: Object.fromEntries(
        purposes.flatMap(({ vendors }) => vendors.map((id) => [id, `Vendor ${id}`])),
      ),
    },
    { pending: asked.map(({ id }) => id), record: {}, model } as unknown as ConsentSnapshot,
    String,
  );
  return {
    text: read(drawn),
    named: asked.flatMap(({ label, vendors }) => [label, ...vendors.map((id) => `Vendor ${id}`)]),
  };
}

describe('languages', () => {
  it('are all that were promised', () => {
    expect(languages.map(([tag]) => tag).sort()).toEqual(PROMISED.split(' ').sort());
  });

  it('have a width to compare in every script', () => {
    expect(['Allow', '許可する', '모두 허용', 'ปิดทั้งหมด', 'सब बंद'].map(displayWidth)).toEqual([5, 8, 9, 7, 5]);
  });

  describe.each(languages)('%s', (tag, file) => {
    it('has every text, with the same placeholders and none of them empty', () => {
      for (const face of FACES) {
        const reference: Record<string, string> = { ...english[face] };
        expect(Object.keys(file[face]).sort()).toEqual(Object.keys(reference).sort());
        for (const [key, text] of Object.entries<string>({ ...file[face] })) {
          expect(text.trim(), key).not.toBe('');
          expect(placeholders(text), key).toEqual(placeholders(reference[key] ?? ''));
        }
      }
    });

    if (tag !== 'en')
      it('leaves nothing in English', () => {
        const same = textsOf(file).filter(
          ([face, key, text]) =>
            !GRAMMAR.includes(key) && (english[face] as unknown as Record<string, string>)[key] === text,
        );
        expect(same).toEqual([]);
      });

    if (OTHER_SCRIPT.includes(tag))
      it('has no word in Latin letters but the name of the signal', () => {
        for (const [, key, text] of textsOf(file)) {
          const said = text.replace(/\{\w+\}/g, '').replace('Global Privacy Control', '');
          expect(said, key).not.toMatch(/[a-z]/i);
        }
      });

    if (RIGHT_TO_LEFT.includes(tag))
      it('keeps the full stop of "Acme Inc." behind it, where the text runs the other way', () => {
        for (const [, key, text] of textsOf(file))
          expect(text.replace(/\u2068\{(provider|vendor)\}\u2069/g, ''), key).not.toMatch(
            /\{(provider|vendor)\}/,
          );
      });

    it('has labels that fit on their buttons, and that are of a length where one is the other’s opposite', () => {
      for (const { deny, allow, stop, keep } of [file.banner, file.preferences]) {
        for (const [one, other] of [
          [deny, allow],
          [stop, keep],
        ] as const) {
          const widths = [displayWidth(one), displayWidth(other)];
          expect(Math.max(...widths), `${one}, ${other}`).toBeLessThanOrEqual(LONGEST_LABEL);
          expect(Math.max(...widths) / Math.min(...widths), `${one}, ${other}`).toBeLessThanOrEqual(1.6);
        }
      }
      expect(displayWidth(file.banner.choose)).toBeLessThanOrEqual(LONGEST_LABEL);
      expect(displayWidth(file.preferences.save)).toBeLessThanOrEqual(LONGEST_LABEL);
      expect(displayWidth(file.embed.once)).toBeLessThanOrEqual(LONGEST_LABEL + 4);
    });

    it('says deny and allow with the same words in the banner and in the preferences', () => {
      for (const key of ['deny', 'allow', 'stop', 'keep', 'notice'] as const)
        expect(file.preferences[key]).toBe(file.banner[key]);
    });

    for (const model of ['opt-in', 'opt-out'] as const) {
      it(`makes sentences without a seam under ${model}, for one, two and three of each`, () => {
        for (const purposeCount of [1, 2, 3])
          for (const vendorCount of [1, 2, 3]) {
            const { text, named } = sentence(file, model, purposeCount, vendorCount);
            expect(text.startsWith(file.banner.fresh)).toBe(true);
            for (const name of named) expect(text).toContain(name);
            expect(text).not.toContain('Settled');
            expectSeamless(text);
          }
      });
    }

    it('makes whole lines of what it knows, too', () => {
      const { banner, preferences, embed } = file;
      const list = ['Measuring', 'Advertising', 'Chat'].join(preferences.comma);
      const values = {
        purposes: list,
        provider: 'Example Ltd',
        country: 'Ireland',
        date: '2026-11-22',
        vendor: 'Maps',
        information: 'IP address, pages viewed',
      };
      expect(preferences.comma).toBe(banner.comma);
      for (const template of [
        preferences.signal,
        preferences.place,
        preferences.decided,
        preferences.granted,
        preferences.refused,
        embed.name,
        embed.text,
        embed.always,
      ]) {
        const text = fillIn(template, values).join('');
        expect(text).not.toContain('undefined');
        expectSeamless(text);
      }
    });
  });
});

/** No placeholder left, no doubled space, no doubled punctuation, and nothing hanging at an end. */
function expectSeamless(text: string) {
  expect(text).not.toMatch(/[{}]/);
  expect(text).not.toMatch(/\s\s/);
  expect(text).not.toMatch(/[.,:;!?、。，：；।،]\s*[.,:;!?、。，：；।،]/);
  expect(text).not.toMatch(/\s[.,、。，।،]/);
  expect(text).toBe(text.trim());
}
