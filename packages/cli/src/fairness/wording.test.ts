import { describe, expect, it } from 'vitest';
import { widgetLanguages, widgetTexts } from '../site-build/widget-texts.js';
import { findShaming, hasShamingList, LANGUAGES_WITH_A_LIST } from './wording.js';

describe('wording of a refusal', () => {
  it.each([
    ['en', 'No thanks, I don’t want to save money'],
    ['en-GB', 'I’m not interested in a better site'],
    ['en', 'Continue with a worse experience'],
    ['de', 'Nein, ich verzichte auf Vorteile'],
    ['fr', 'Non, je n’aime pas les économies'],
    ['es', 'No, prefiero una experiencia peor'],
    ['it', 'Rinuncio ai vantaggi'],
    ['pt-BR', 'Não quero economizar'],
    ['nl', 'Nee bedankt, ik mis liever alles'],
    ['pl', 'Wolę gorszą stronę'],
    ['sv', 'Nej tack, jag vill ha det sämre'],
    ['da', 'Nej tak, jeg går glip af det hele'],
    ['nb', 'Nei takk, jeg vil gå glipp av det'],
    ['fi', 'En halua etuja'],
    ['cs', 'Nechci výhody'],
    ['ja', '特典を諦める'],
    ['ko', '혜택을 포기합니다'],
    ['zh-TW', '放棄優惠'],
    ['sw', 'Hapana 😢'],
  ])('is seen to shame in %s: %s', (language, label) => {
    expect(findShaming(label, language)).toBeTruthy();
  });

  it('is found innocent in every text that refuses of every language of the widget', async () => {
    for (const language of await widgetLanguages()) {
      const { banner, preferences } = await widgetTexts(language);
      for (const label of [
        banner.deny,
        banner.stop,
        preferences.deny,
        preferences.stop,
        preferences.off,
        preferences.close,
      ])
        expect(findShaming(label, language), `${language}: ${label}`).toBeUndefined();
    }
  });

  it.each([
    ['en', 'Only what is necessary'],
    ['en', 'Continue without accepting'],
    ['en', 'Reject all'],
    ['de', 'Nur notwendige'],
    ['fr', 'Continuer sans accepter'],
    ['es', 'Solo lo necesario'],
    ['ja', '拒否する'],
    ['ja', '必要なもののみ許可'],
    ['zh-CN', '仅必要'],
  ])('is found innocent where it only says what happens, in %s: %s', (language, label) => {
    expect(findShaming(label, language)).toBeUndefined();
  });

  it('is known to be unknown in other languages, where only sad faces are seen', () => {
    expect(LANGUAGES_WITH_A_LIST).toContain('en');
    expect([hasShamingList('nn'), hasShamingList('zh-Hant'), hasShamingList('sw')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(findShaming('No thanks, I hate it', 'sw')).toBeUndefined();
  });
});
