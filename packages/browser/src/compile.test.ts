import { description as brevo } from '@consentry/adapters/brevo';
import { description as googleAnalytics } from '@consentry/adapters/google-analytics';
import { description as tag } from '@consentry/adapters/tag';
import { checkSite, cookieKey } from '@consentry/core';
import * as en from '@consentry/widget/i18n/en';
import * as ja from '@consentry/widget/i18n/ja';
import { describe, expect, it } from 'vitest';
import {
  compileAdapters,
  compileAfter,
  compileCalls,
  compileDefinition,
  compileGoogle,
  compileQueues,
  compileStorage,
  enabledVendors,
  isEager,
  storeGuards,
} from './compile.js';
import { compileBanner, compilePreferences } from './compile-shown.js';
import { compileStub } from './compile-stub.js';
import type { SiteConfig } from './site-config.js';

const DESCRIPTIONS = { brevo, 'google-analytics': googleAnalytics, tag };
const stored = (kind: string, ...names: string[]) => names.map((name) => ({ kind, name }));
const CONFIG: SiteConfig = {
  site: 'shop',
  languages: ['en', 'ja'],
  notice: { version: 3, url: { en: '/en/notice', ja: '/notice' } },
  regime: { model: 'opt-in', grantDays: 90 },
  purposes: {
    site: { label: 'TEXT of the site', exempt: true },
    analytics: {
      label: { en: 'TEXT Measuring', ja: '測定' },
      description: 'TEXT described',
      phrase: { en: 'TEXT measure with {vendors}', ja: '{vendors}で測り' },
    },
    marketing: { label: 'TEXT Marketing', phrase: 'TEXT mail with {vendors}', signals: ['gpc'], since: 2 },
  },
  vendors: {
    'google-analytics': { options: { measurementId: 'G-1' } },
    brevo: { options: { clientKey: 'key' }, name: 'TEXT Brevo', since: 3 },
    counter: {
      adapter: 'tag',
      purposes: ['analytics'],
      options: { kind: 'pixel', src: '/p.gif' },
      storage: [
        { kind: 'cookie', name: '_count', life: 'P2Y' },
        { kind: 'localStorage', name: 'count-*', life: 'P2Y' },
        { kind: 'sessionStorage', name: 'tab', life: 'session' },
      ],
      country: 'FR',
      provider: 'TEXT Counter SA',
    },
    map: { adapter: false, purposes: ['marketing'], name: 'TEXT Map', policyUrl: '/map-policy' },
  },
  cookie: { name: 'shop-consent' },
};
const with_ = (changes: Partial<SiteConfig>): SiteConfig => ({ ...CONFIG, ...changes });
const disabled = (id: string) =>
  with_({ vendors: { ...CONFIG.vendors, [id]: { ...CONFIG.vendors[id], enabled: false } } });
const banner = (config = CONFIG, language = 'en') => compileBanner(config, DESCRIPTIONS, language, en.banner);
const preferences = (config = CONFIG, language = 'en') =>
  compilePreferences(config, DESCRIPTIONS, language, (language === 'ja' ? ja : en).preferences);

describe('what a build needs beside it', () => {
  it('are the lists that pages may fill, by the names that the options give them', () => {
    expect(compileQueues(CONFIG, DESCRIPTIONS)).toEqual([['dataLayer', 'gtag'], ['Brevo']]);
    const options = { measurementId: 'G-1' };
    const own = with_({ google: { layerName: 'ownLayer' }, vendors: { 'google-analytics': { options } } });
    expect(compileQueues(own, DESCRIPTIONS)).toEqual([['ownLayer', 'gtag']]);
    expect(compileQueues(disabled('brevo'), DESCRIPTIONS)).toEqual([['dataLayer', 'gtag']]);
  });

  it('are the functions and methods that pages may call, of those vendors that are on', () => {
    const queueOf = (queue: object) => ({ ...DESCRIPTIONS.brevo, queue }) as never;
    const descriptions = {
      ...DESCRIPTIONS,
      brevo: queueOf({ name: 'fn', isFunction: true }),
      'google-analytics': queueOf({ name: 'lab', methods: 'a b' }),
    };
    expect(compileCalls(CONFIG, descriptions)).toEqual({ functions: ['fn'], methods: [['lab', 'a b']] });
    expect(compileCalls(disabled('brevo'), descriptions).functions).toEqual([]);
    expect(compileQueues(CONFIG, descriptions)).toEqual([]);
    expect(compileCalls(CONFIG, DESCRIPTIONS)).toEqual({ functions: [], methods: [] });
  });

  it('are the guards of those ways of storing that its vendors use', () => {
    expect(storeGuards(CONFIG, DESCRIPTIONS)).toEqual(['guardCookies', 'guardAreas']);
    expect(storeGuards(disabled('counter'), DESCRIPTIONS)).toEqual(['guardCookies']);
    const storage = [{ kind: 'indexedDB', name: 'hits', life: 'P1Y' }] as const;
    expect(storeGuards(with_({ vendors: { map: { adapter: false, storage } } }), DESCRIPTIONS)).toEqual([
      'guardDatabases',
    ]);
  });

  it('is what vendors without an adapter of their own store', () => {
    const storage = [{ kind: 'cookie', name: '_map', life: 'P1Y' }] as const;
    const config = with_({ vendors: { ...CONFIG.vendors, map: { adapter: false, storage } } });
    expect(compileStorage(config)).toEqual([{ vendor: 'map', storage: stored('cookie', '_map') }]);
  });

  it('is not what other sites store, which visitors are told of all the same', () => {
    const storage = [
      { kind: 'cookie', name: '_map', life: 'P1Y' },
      { kind: 'indexedDB', name: 'tiles', life: 'P1Y', domain: 'map.example' },
    ] as const;
    const config = with_({ vendors: { map: { adapter: false, purposes: ['analytics'], storage } } });
    expect(compileStorage(config)).toEqual([{ vendor: 'map', storage: stored('cookie', '_map') }]);
    expect(storeGuards(config, DESCRIPTIONS)).toEqual(['guardCookies']);
    expect(compileDefinition(config, DESCRIPTIONS).vendors[0]?.storage).toEqual(stored('cookie', '_map'));
    const tagged = with_({ vendors: { map: { adapter: 'tag', storage: [storage[1]] } } });
    expect(compileStorage(tagged)).toEqual([]);
    expect(compileAdapters(tagged)[0]?.options.storage).toEqual([]);
    expect(preferences(config).vendors[0]?.storage).toContain('tiles');
  });

  it('is which vendors wait for which, where any does', () => {
    expect(compileAfter(CONFIG)).toBe(undefined);
    const { vendors } = CONFIG;
    const brevo = { ...vendors.brevo, after: 'google-analytics' };
    const counter = { ...vendors.counter, after: ['brevo', 'google-analytics'] };
    expect(compileAfter(with_({ vendors: { ...vendors, brevo, counter } }))).toEqual({
      brevo: ['google-analytics'],
      counter: ['brevo', 'google-analytics'],
    });
    expect(compileAfter(with_({ vendors: { brevo: { ...brevo, enabled: false } } }))).toBe(undefined);
  });

  it('is whether a vendor starts before anybody has decided', () => {
    expect(isEager(CONFIG)).toBe(false);
    const options = { measurementId: 'G-1', beforeGrant: 'cookieless-pings' };
    expect(isEager(with_({ vendors: { 'google-analytics': { options } } }))).toBe(true);
  });
});

describe('a purpose of mails', () => {
  const label = 'News';
  const mail = with_({
    purposes: { ...CONFIG.purposes, news: { label, phrase: 'send news', channel: 'email' } },
  });
  const page = with_({ purposes: { ...CONFIG.purposes, news: { label, phrase: 'send news' } } });

  it('is asked and shown like any other, and says of itself in what records name that it is one', () => {
    const banner = (config: SiteConfig) => compileBanner(config, DESCRIPTIONS, 'en', en.banner);
    expect(banner(mail)).toEqual(banner(page));
    const shown = (config: SiteConfig) =>
      compilePreferences(config, DESCRIPTIONS, 'en', en.preferences).purposes.at(-1);
    expect(shown(mail)).toEqual({ ...shown(page), channel: 'email' });
  });

  it('costs the boot nothing', () => {
    expect(compileDefinition(mail, DESCRIPTIONS)).toEqual(compileDefinition(page, DESCRIPTIONS));
  });
});

describe('a vendor that may send before a grant', () => {
  const withGoogle = (beforeGrant: string) =>
    compileDefinition(
      with_({ vendors: { 'google-analytics': { options: { measurementId: 'G-1', beforeGrant } } } }),
      DESCRIPTIONS,
    ).vendors[0];

  it('has no hosts that a guard would withhold, while its storage stays guarded', () => {
    expect(withGoogle('cookieless-pings')?.hosts).toBeUndefined();
    expect(withGoogle('cookieless-pings')?.storage).toEqual(withGoogle('nothing')?.storage);
  });

  it('has them where it may not', () => {
    expect(withGoogle('nothing')?.hosts).toContain('google-analytics.com');
  });
});

describe('the definition', () => {
  it('is what core needs, without a word of text', () => {
    const definition = compileDefinition(CONFIG, DESCRIPTIONS);
    expect(definition).toEqual({
      purposes: [
        { id: 'site', key: cookieKey('site'), exempt: true },
        { id: 'analytics', key: cookieKey('analytics') },
        { id: 'marketing', key: cookieKey('marketing'), signals: ['gpc'], since: 2 },
      ],
      vendors: [
        {
          id: 'google-analytics',
          key: cookieKey('google-analytics'),
          purposes: ['analytics'],
          hosts: [
            'www.googletagmanager.com/gtag',
            'google-analytics.com',
            'analytics.google.com',
            'stats.g.doubleclick.net',
          ],
          storage: stored('cookie', '_ga', '_ga_*'),
        },
        {
          id: 'brevo',
          key: cookieKey('brevo'),
          purposes: ['marketing'],
          since: 3,
          hosts: ['cdn.brevo.com', 'sibautomation.com', 'in-automate.brevo.com'],
          storage: stored('cookie', 'sib_cuid'),
        },
        {
          id: 'counter',
          key: cookieKey('counter'),
          purposes: ['analytics'],
          storage: [
            ...stored('cookie', '_count'),
            ...stored('localStorage', 'count-*'),
            ...stored('sessionStorage', 'tab'),
          ],
        },
        { id: 'map', key: cookieKey('map'), purposes: ['marketing'] },
      ],
      noticeVersion: 3,
      regime: { grantDays: 90 },
      cookie: { name: 'shop-consent' },
    });
    expect(JSON.stringify(definition)).not.toContain('TEXT');
    expect(() => checkSite(definition)).not.toThrow();
  });

  it("has the hosts that the config names in place of the adapter's, and none where tags are marked", () => {
    const vendors = { brevo: { options: {}, hosts: ['mail.example/', '/proxy/mail'] } };
    const hosts = (gate?: SiteConfig['gate']) =>
      compileDefinition(with_({ vendors, ...(gate ? { gate } : {}) }), DESCRIPTIONS).vendors[0]?.hosts;
    expect(hosts()).toEqual(['mail.example', '/proxy/mail']);
    expect(hosts({ layer: 'marked' })).toBeUndefined();
  });

  it('says nothing that is so anyway', () => {
    const { notice, regime, cookie, ...rest } = CONFIG;
    const plain = { ...rest, vendors: {}, purposes: { analytics: { label: 'M', signals: [] } } };
    expect(compileDefinition(plain, DESCRIPTIONS)).toEqual({
      purposes: [{ id: 'analytics', key: cookieKey('analytics') }],
      vendors: [],
    });
    const strictest = { model: 'opt-in', grantDays: 180, denyDays: 180, gpc: 'deny' } as const;
    expect(compileDefinition({ ...plain, regime: strictest, notice: { version: 1 } }, DESCRIPTIONS)).toEqual(
      compileDefinition(plain, DESCRIPTIONS),
    );
  });

  it('says what makes a regime less strict', () => {
    const regime = { model: 'opt-out', gpc: 'inform', denyDays: 30 } as const;
    expect(compileDefinition(with_({ regime }), DESCRIPTIONS).regime).toEqual(regime);
  });
});

const inMails = (id: string) =>
  with_({ vendors: { ...CONFIG.vendors, [id]: { ...CONFIG.vendors[id], channel: 'email' } } });

describe.each([
  ['turned off', disabled],
  ['at work in mails only', inMails],
] as const)('a vendor that is %s', (_, without) => {
  it.each(Object.keys(CONFIG.vendors))('is nowhere in the page: %s', (id) => {
    const config = without(id);
    expect(enabledVendors(config).map(([name]) => name)).not.toContain(id);
    const whole = [
      compileDefinition(config, DESCRIPTIONS),
      compileAdapters(config),
      banner(config),
      preferences(config),
      compileStub(config, DESCRIPTIONS),
    ];
    expect(JSON.stringify(whole)).not.toContain(`"${id}"`);
    expect(JSON.stringify(whole)).not.toContain(cookieKey(id));
  });

  it('would be in all of them if it were on', () => {
    const whole = [compileDefinition(CONFIG, DESCRIPTIONS), compileAdapters(CONFIG), banner(), preferences()];
    for (const part of whole) expect(JSON.stringify(part)).toContain('"brevo"');
    expect(JSON.stringify(compileStub(CONFIG, DESCRIPTIONS))).toContain(cookieKey('google-analytics'));
  });
});

describe('the adapters', () => {
  it('are those of the vendors that have one, with their options', () => {
    expect(compileAdapters(CONFIG)).toEqual([
      {
        vendor: 'google-analytics',
        adapter: 'google-analytics',
        options: { measurementId: 'G-1', consent: compileGoogle(CONFIG) },
      },
      { vendor: 'brevo', adapter: 'brevo', options: { clientKey: 'key' } },
      {
        vendor: 'counter',
        adapter: 'tag',
        options: {
          kind: 'pixel',
          src: '/p.gif',
          storage: [
            { kind: 'cookie', name: '_count' },
            { kind: 'localStorage', name: 'count-*' },
            { kind: 'sessionStorage', name: 'tab' },
          ],
        },
      },
    ]);
  });

  it('know the storage of a tag from its description, and only there', () => {
    const storage = [{ kind: 'cookie', name: '_x', life: 'P1D' }] as const;
    const config = with_({ vendors: { brevo: { options: { clientKey: 'key' }, storage } } });
    expect(compileAdapters(config)[0]?.options).toEqual({ clientKey: 'key' });
  });
});

describe('what a vendor stores', () => {
  it('is told with its lifetime where that is known, and without a word about it where it is not', () => {
    const storage = [
      { kind: 'cookie', name: '_a', life: 'P2Y' },
      { kind: 'cookie', name: '_b' },
      { kind: 'cookie', name: '_c', life: 'P2Y' },
    ] as const;
    const descriptions = { ...DESCRIPTIONS, brevo: { ...DESCRIPTIONS.brevo, storage } } as never;
    const { vendors } = compilePreferences(CONFIG, descriptions, 'en', en.preferences);
    expect(vendors.find(({ id }) => id === 'brevo')?.storage).toBe('_a, _c (2 years), _b');
  });
});

describe('the banner', () => {
  it('asks under opt-in and tells under any other regime', () => {
    for (const [model, has, lacks] of [
      ['opt-in', 'ask', 'tell'],
      ['opt-out', 'tell', 'ask'],
      ['notice', 'tell', 'ask'],
    ] as const) {
      const { texts } = banner(with_({ regime: { model } }));
      expect(texts).toHaveProperty(has, en.banner[has]);
      expect(texts).not.toHaveProperty(lacks);
    }
    const { regime, ...silent } = CONFIG;
    expect(banner(silent).texts).toHaveProperty('ask');
  });

  it('names what is not exempt, by its phrase or else by its label', () => {
    const { phrase, ...analytics } = CONFIG.purposes.analytics as NonNullable<SiteConfig['purposes'][string]>;
    expect(banner().purposes).toEqual([
      {
        id: 'analytics',
        phrase: 'TEXT measure with {vendors}',
        vendors: ['google-analytics', 'counter'],
      },
      { id: 'marketing', phrase: 'TEXT mail with {vendors}', vendors: ['brevo', 'map'] },
    ]);
    expect(banner().texts).not.toHaveProperty('phrase');
    const without = banner(with_({ purposes: { ...CONFIG.purposes, analytics } }));
    expect(without.purposes[0]).toEqual({
      id: 'analytics',
      label: 'TEXT Measuring',
      vendors: ['google-analytics', 'counter'],
    });
    expect(without.texts).toHaveProperty('phrase', en.banner.phrase);
  });

  it('names vendors by the config, else by their adapter, else by their id', () => {
    expect(banner().vendors).toEqual({
      'google-analytics': 'Google Analytics',
      brevo: 'TEXT Brevo',
      counter: 'counter',
      map: 'TEXT Map',
    });
  });

  it('speaks its language, and in the words of the config where it has some', () => {
    const config = with_({ texts: { en: { banner: { accept: 'Fine by me' } } } });
    expect(banner(config).texts).toMatchObject({ accept: 'Fine by me' });
    expect(banner(config).noticeUrl).toBe('/en/notice');
    const japanese = compileBanner(CONFIG, DESCRIPTIONS, 'ja', ja.banner);
    expect(japanese.language).toBe('ja');
    expect(japanese.noticeUrl).toBe('/notice');
    expect(japanese.purposes[0]?.phrase).toBe('{vendors}で測り');
    const { notice, ...without } = CONFIG;
    expect(banner(without)).not.toHaveProperty('noticeUrl');
  });
});

describe('the preferences', () => {
  it('list every purpose, exempt ones marked, with what a browser signal refuses', () => {
    expect(preferences().purposes).toEqual([
      { id: 'site', label: 'TEXT of the site', description: '', exempt: true },
      { id: 'analytics', label: 'TEXT Measuring', description: 'TEXT described' },
      { id: 'marketing', label: 'TEXT Marketing', description: '', signals: ['gpc'] },
    ]);
  });

  it('say of a vendor who it is, where, what it obtains and what it stores for how long', () => {
    const [google, , counter, map] = preferences().vendors;
    expect(google).toEqual({
      id: 'google-analytics',
      name: 'Google Analytics',
      purposes: ['analytics'],
      provider: 'Google LLC',
      country: 'United States',
      information: googleAnalytics.information.en,
      usedFor: googleAnalytics.usedFor.en,
      storage: '_ga, _ga_* (2 years)',
      policyUrl: 'https://policies.google.com/privacy',
    });
    expect(counter).toMatchObject({ provider: 'TEXT Counter SA', country: 'France', name: 'counter' });
    expect(counter?.storage).toBe('_count, count-* (2 years), tab (session)');
    expect(map).toMatchObject({ name: 'TEXT Map', policyUrl: '/map-policy', country: '', storage: '' });
  });

  it('say it in Japanese too', () => {
    const [google] = preferences(CONFIG, 'ja').vendors;
    expect(google).toMatchObject({ name: 'Google アナリティクス', country: 'アメリカ合衆国' });
    expect(google?.storage.replace(/\s/g, '')).toBe('_ga,_ga_*(2年)');
  });
});

describe('the stub', () => {
  it('knows the cookie, the layer, the version and how long a grant lasts', () => {
    expect(compileStub(CONFIG, DESCRIPTIONS)).toMatchObject({
      cookie: 'shop-consent',
      layer: 'dataLayer',
      grantS: 90 * 86_400,
      version: '3',
    });
    const { notice, regime, cookie, ...plain } = CONFIG;
    expect(compileStub({ ...plain, notice: { version: 40 } }, DESCRIPTIONS)).toMatchObject({
      cookie: 'consentry',
      grantS: 180 * 86_400,
      version: '14',
    });
  });

  it('has a signal for each of Google, decided by keys of the cookie', () => {
    const { signals } = compileStub(CONFIG, DESCRIPTIONS);
    expect(signals).toEqual({
      ad_storage: [['', `!${cookieKey('marketing')}`]],
      ad_user_data: [['', `!${cookieKey('marketing')}`]],
      ad_personalization: [['', `!${cookieKey('marketing')}`]],
      functionality_storage: 0,
      personalization_storage: 0,
      security_storage: 1,
      analytics_storage: [[cookieKey('google-analytics'), cookieKey('analytics')]],
    });
  });

  it('says nothing on a site without Google', () => {
    const config = disabled('google-analytics');
    expect(compileStub(config, DESCRIPTIONS)).toMatchObject({ first: [], signals: {} });
  });

  it('does not count a browser signal where the regime only informs of it', () => {
    const config = with_({ regime: { gpc: 'inform' } });
    expect(compileStub(config, DESCRIPTIONS).signals.ad_storage).toEqual([['', cookieKey('marketing')]]);
  });
});
