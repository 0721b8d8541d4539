import { describe, expect, it } from 'vitest';
import { durationText, localText, regionName } from './display-text.js';

describe('a text', () => {
  it.each([
    ['one for all languages', 'Counter', 'ja', 'Counter'],
    ['in its language', { en: 'Counter', ja: 'カウンター' }, 'ja', 'カウンター'],
    ['in what its language extends', { en: 'Counter', ja: 'カウンター' }, 'ja-JP', 'カウンター'],
    ['in the nearest of several', { zh: 'a', 'zh-Hant': 'b' }, 'zh-Hant-TW', 'b'],
    ['in English where there is no other', { ja: 'カウンター', en: 'Counter' }, 'fr', 'Counter'],
    ['in its only language', { ja: 'カウンター' }, 'fr', 'カウンター'],
    ['empty where there is none', {}, 'en', ''],
    ['empty where it is absent', undefined, 'en', ''],
    ['never something that every object has', { en: 'Counter' }, 'constructor', 'Counter'],
  ])('is %s', (_, text, language, shown) => {
    expect(localText(text as string, language)).toBe(shown);
  });
});

describe('a country', () => {
  it('is named in the language of the page', () => {
    expect(regionName('US', 'en')).toBe('United States');
    expect(regionName('FR', 'ja')).toBe('フランス');
  });

  it('that nobody knows is its code', () => {
    expect(regionName('XQ', 'en')).toBe('XQ');
  });
});

describe('a lifetime', () => {
  it.each([
    ['P2Y', '2 years', '2 年'],
    ['P1Y', '1 year', '1 年'],
    ['P13M', '13 months', '13 か月'],
    ['P2W', '2 weeks', '2 週間'],
    ['P180D', '180 days', '180 日'],
    ['PT30M', '30 minutes', '30 分'],
    ['PT24H', '24 hours', '24 時間'],
    ['PT90S', '90 seconds', '90 秒'],
    ['P1DT12H', '1 day 12 hours', '1 日 12 時間'],
    ['P1M1DT1M', '1 month 1 day 1 minute', '1 か月 1 日 1 分'],
  ])('of %s is %s', (duration, en, ja) => {
    expect(durationText(duration, 'en')).toBe(en);
    expect(durationText(duration, 'ja').replace(/\s+/g, '')).toBe(ja.replace(/\s+/g, ''));
  });

  it('that is no duration is shown as it is', () => {
    expect(durationText('session', 'en')).toBe('session');
    expect(durationText('P', 'en')).toBe('P');
  });
});
