import { description as googleAnalytics } from '@consentry/adapters/google-analytics';
import * as ar from '@consentry/widget/i18n/ar';
import * as en from '@consentry/widget/i18n/en';
import * as ja from '@consentry/widget/i18n/ja';
import { describe, expect, it } from 'vitest';
import { compileBanner, compileEmbeds, compilePreferences } from './compile-shown.js';
import type { SiteConfig } from './site-config.js';

const DESCRIPTIONS = { 'google-analytics': googleAnalytics };
const video = {
  adapter: false,
  purposes: ['videos'],
  name: 'Acme Video',
  provider: 'Acme Video Inc.',
  country: 'US',
  information: { en: 'what is played', ja: '再生した動画', ar: 'ما يتم تشغيله' },
} as const;
const CONFIG: SiteConfig = {
  site: 'shop',
  languages: ['en', 'ja', 'ar'],
  purposes: {
    site: { label: 'Running this site', exempt: true },
    videos: { label: { en: 'Showing videos', ja: '動画の表示', ar: 'عرض الفيديو' } },
    analytics: { label: 'Measuring visits' },
  },
  vendors: { video, 'google-analytics': { options: {} } },
};
const TEXTS = { en, ja, ar };
const embeds = (changes: Partial<SiteConfig> = {}, language: keyof typeof TEXTS = 'en') =>
  compileEmbeds({ ...CONFIG, ...changes }, DESCRIPTIONS, language, TEXTS[language]);

describe('what stands in place of withheld content', () => {
  it('says of a vendor who would receive what, where it is, and what its buttons do', () => {
    const { places, texts } = embeds();
    expect(places.video).toEqual({
      name: 'Content of Acme Video, not loaded',
      title: 'Acme Video',
      text: 'If you load this, Acme Video Inc. (United States) receives: what is played.',
      always: 'Always allow Acme Video',
    });
    expect(texts).toEqual({
      once: 'Load this once',
      more: 'Who receives what',
      open: 'Privacy choices',
      doNotSell: 'Do not sell or share my data',
    });
  });

  it('has a place for each vendor and each purpose that can be decided on, and for no exempt one', () => {
    expect(Object.keys(embeds().places)).toEqual(['video', 'google-analytics', 'videos', 'analytics']);
  });

  it('says of a purpose what each of its vendors would receive', () => {
    const second = { ...video, name: 'Other', provider: 'Other Ltd', country: 'IE' } as const;
    const { places } = embeds({ vendors: { video, second } });
    expect(places.videos).toEqual({
      name: 'Content of Showing videos, not loaded',
      title: 'Showing videos',
      text:
        'If you load this, Acme Video Inc. (United States) receives: what is played. ' +
        'If you load this, Other Ltd (Ireland) receives: what is played.',
      always: 'Always allow Showing videos',
    });
    expect(places.analytics?.text).toBe('');
  });

  it('leaves no empty brackets where the country is not known, in any language', () => {
    const { country, ...nowhere } = video;
    expect(country).toBe('US');
    for (const language of ['en', 'ja', 'ar'] as const) {
      const text = embeds({ vendors: { video: nowhere } }, language).places.video?.text ?? '';
      expect(text).toContain('Acme Video Inc.');
      expect(text).not.toMatch(/[(（]\s*[)）]/);
    }
  });

  it('names the vendor where its company is not known', () => {
    const { provider, ...alone } = video;
    expect(provider).toBeDefined();
    expect(embeds({ vendors: { video: alone } }).places.video?.text).toMatch(
      /^If you load this, Acme Video \(/,
    );
  });

  it('has no place for a vendor that is turned off', () => {
    const { places } = embeds({ vendors: { ...CONFIG.vendors, video: { ...video, enabled: false } } });
    expect(places).not.toHaveProperty('video');
    expect(JSON.stringify(places)).not.toContain('Acme');
  });

  it('speaks its language, in its direction, and in the words of the config where it has some', () => {
    expect(embeds({}, 'ja')).toMatchObject({
      language: 'ja',
      dir: 'ltr',
      places: { video: { title: 'Acme Video' } },
    });
    expect(embeds({}, 'ja').places.video?.text).toContain('再生した動画');
    expect(embeds({}, 'ar').dir).toBe('rtl');
    const own = embeds({ texts: { en: { embed: { once: 'Just now' }, reopen: { open: 'Cookies' } } } });
    expect(own.texts).toMatchObject({ once: 'Just now', open: 'Cookies', more: 'Who receives what' });
  });

  it('puts nothing into a text that the text does not ask for, whatever a name looks like', () => {
    const { places } = embeds({ vendors: { video: { ...video, provider: '{country} {x}' } } });
    expect(places.video?.text).toBe(
      'If you load this, {country} {x} (United States) receives: what is played.',
    );
  });
});

describe('what runs already', () => {
  const labels = (model: 'opt-in' | 'opt-out' | 'notice', texts: SiteConfig['texts'] = {}) => {
    const config = { ...CONFIG, texts, regime: { model } };
    return [
      compileBanner(config, DESCRIPTIONS, 'en', en.banner).texts,
      compilePreferences(config, DESCRIPTIONS, 'en', en.preferences).texts,
    ].map(({ deny, allow, ...others }) => [deny, allow, 'stop' in others, 'keep' in others]);
  };

  it('is stopped or kept, in the banner as in the preferences', () => {
    for (const model of ['opt-out', 'notice'] as const)
      expect(labels(model)).toEqual(Array(2).fill(['Stop all', 'Keep all', false, false]));
  });

  it('is not what opt-in asks about: there it is denied or allowed', () => {
    expect(labels('opt-in')).toEqual(Array(2).fill(['Deny all', 'Allow all', false, false]));
  });

  it('is stopped and kept in the words of the config', () => {
    const texts = { en: { banner: { stop: 'Halt', keep: 'Go on' }, preferences: { deny: 'Never shown' } } };
    expect(labels('notice', texts)).toEqual([
      ['Halt', 'Go on', false, false],
      ['Stop all', 'Keep all', false, false],
    ]);
  });
});
