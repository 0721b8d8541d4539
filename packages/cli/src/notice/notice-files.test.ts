import { beforeAll, describe, expect, it } from 'vitest';
import { globalsignNotice, omakaseNotice } from '../../../../test/support/notices.js';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { readHtml } from './html-lines.js';
import { noticeFiles } from './notice-files.js';
import { EN } from './words-en.js';
import { JA } from './words-ja.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue();
});

/** What a reader of a page sees, as one text. */
function seen(source: Parameters<typeof noticeFiles>[0], name: string): string {
  const file = noticeFiles(source, catalogue).find((one) => one.name === name);
  return readHtml(file?.content ?? '', name.replace('.html', '')).lines.join('\n');
}

/** Every string in a document, in one language, without ids, codes and settings. */
function sentences(value: unknown, language: string, key = ''): string[] {
  if (typeof value === 'string')
    return /^(label|name|text|address|desk|reason|helpful|definition|sort|summary|title)$/.test(key)
      ? [value]
      : [];
  if (Array.isArray(value)) return value.flatMap((item) => sentences(item, language, key));
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Record<string, unknown>)[language];
  if (typeof own === 'string') return [own];
  return Object.entries(value).flatMap(([name, inner]) => sentences(inner, language, name));
}

describe('the pages of a notice', () => {
  it.each(['ja', 'en'])('tell in %s everything that the document of GMO OMAKASE says', (language) => {
    const source = omakaseNotice();
    const page = seen(source, `privacy.${language}.html`);
    const said = sentences(source.document, language);
    expect(said.length).toBeGreaterThan(40);
    expect(said.filter((sentence) => !page.includes(sentence))).toEqual([]);
  });

  it('tell everything that the document of GMO GlobalSign says, addresses and countries too', () => {
    const source = globalsignNotice();
    const page = seen(source, 'privacy.en.html');
    expect(sentences(source.document, 'en').filter((sentence) => !page.includes(sentence))).toEqual([]);
    const told = ['privacy@sift.com', 'privacy@twilio.com', 'United States (California)', 'California, USA'];
    expect(told.filter((fact) => page.includes(fact))).toEqual(told.slice(0, 3));
    for (const url of [
      'offshore_report_america',
      'california_report.pdf',
      'data-protection-addendum',
      'legal/method',
    ])
      expect(page).toContain(url);
    expect(page).toContain(
      'Information of these is not used jointly: Shareholders and investors, Applicants',
    );
    expect(page).toContain('None at present.');
  });

  it('say of a topic that the document knowingly leaves out that it does', () => {
    expect(seen(omakaseNotice(), 'privacy.en.html')).toContain(EN.topics.retention);
    expect(seen(omakaseNotice(), 'privacy.ja.html')).toContain(JA.topics.retention);
    expect(seen(omakaseNotice({ notStated: ['breach'] }), 'privacy.en.html')).not.toContain(
      EN.topics.retention,
    );
  });

  it('name articles as each language does', () => {
    const name = { ja: '個人情報の保護に関する法律', en: 'APPI' };
    const laws = [
      { name, articles: ['28(1)', '27(5)(iii)', '27-12', '9A'] },
      { name, articles: ['37'] },
    ];
    const page = (language: string) => seen(omakaseNotice({ laws }), `privacy.${language}.html`);
    expect(page('ja')).toContain('法律 第 28 条第 1 項、第 27 条第 5 項第 3 号、第 27 条の 12、9A');
    expect(page('en')).toContain('APPI, Articles 28(1), 27(5)(iii), 27-12, 9A');
    expect(page('en')).toContain('APPI, Article 37');
  });

  it('say nothing about what the document does not state', () => {
    const { purposes, ...rest } = omakaseNotice().document;
    const page = seen(
      { ...omakaseNotice(), document: { ...rest, requests: undefined } as never },
      'privacy.ja.html',
    );
    for (const id of ['requests', 'retention', 'purposes']) expect(page).not.toContain(`<#${id}>`);
    for (const id of ['requests', 'purposes'])
      expect(seen(omakaseNotice(), 'privacy.ja.html')).toContain(`<#${id}>`);
    expect(purposes).toBeDefined();
  });

  it.each([
    ['none', {}, EN.none],
    ['all', {}, EN.all],
    ['not-stated', {}, EN.notStated],
    ['by-reference', { url: 'https://a.example/list' }, 'https://a.example/list'],
  ])('say of recipients that are %s just that', (kind, more, words) => {
    const unlisted = { acquisition: undefined, jointUse: undefined };
    const page = seen(omakaseNotice({ ...unlisted, recipients: { kind, ...more } }), 'privacy.en.html');
    expect(page).toContain(words);
    const others = [EN.none, EN.all, EN.notStated].filter((other) => other !== words);
    for (const other of others) expect(page.split('\n')).not.toContain(other);
  });

  it('tell for each service what is sent, to whom, and what both sides use it for', () => {
    const page = seen(omakaseNotice(), 'external.en.html');
    for (const told of [
      'Google Analytics',
      'Google Inc. (United States)',
      'Data on the pages viewed',
      'Understanding use',
    ])
      expect(page).toContain(told);
    expect(page).toContain('Sendinblue, Inc.');
    expect(page).toContain(
      'Whether a mail was opened\nOnly if the user’s environment allows'.replace('’', "'"),
    );
    // Nothing is known of what these two do with it themselves.
    expect(page.split('\n').filter((line) => line === EN.unsaid)).toHaveLength(2);
  });

  it('promise that nothing is sent before a yes only where that is so', () => {
    const { config, document } = omakaseNotice();
    const told = (change: object, options: object = {}) => {
      const analytics = {
        ...config.vendors['google-analytics'],
        options: { measurementId: 'G-A1', ...options },
      };
      const vendors = { 'google-analytics': analytics };
      return seen({ document, config: { ...config, vendors, ...change } as never }, 'external.en.html');
    };
    expect(told({})).toContain(EN.refuseOptIn);
    expect(told({}, { beforeGrant: 'cookieless-pings' })).not.toContain(EN.refuseOptIn);
    expect(told({}, { beforeGrant: 'cookieless-pings' })).toContain(EN.refuseEarly);
    expect(told({ regime: { model: 'notice' } })).not.toContain(EN.refuseOptIn);
    expect(told({ regime: { model: 'notice' } })).toContain(EN.refuseOptOut);
    const purposes = { ...config.purposes, analytics: { label: 'A', exempt: true } };
    expect(told({ purposes })).toContain(EN.refuseExempt);
  });

  it('tell how else a tool can be refused, and how what it receives goes abroad', () => {
    const { config, document } = omakaseNotice();
    const vendor = {
      ...config.vendors['google-analytics'],
      optOut: { stops: 'use', how: 'Ask them', url: 'https://a.example/stop', effect: 'No advice' },
      transfer: {
        ...{ basis: 'consent', countries: [{ country: 'IE', system: 'Adequate' }] },
        measures: { text: 'Encryption' },
      },
    };
    const source = { document, config: { ...config, vendors: { 'google-analytics': vendor } } as never };
    const external = seen(source, 'external.en.html');
    expect(external).toContain(`Ask them (${EN.optOutStops.use}) <https://a.example/stop>`);
    expect(external).toContain('No advice');
    expect(external).not.toContain(EN.optOutStops.sending);
    const privacy = seen(source, 'privacy.en.html');
    for (const told of ['Google Analytics (Google Inc.)', 'Ireland', 'Adequate', 'Encryption'])
      expect(privacy).toContain(told);
    expect(seen(omakaseNotice(), 'privacy.en.html')).not.toContain('Ireland');
  });

  it('leave out of the external-transmission page what need not be told, and who is turned off', () => {
    const { config, document } = omakaseNotice();
    const vendor = config.vendors['google-analytics'];
    const page = (change: object) =>
      seen(
        {
          document,
          config: { ...config, vendors: { 'google-analytics': { ...vendor, ...change } } } as never,
        },
        'external.en.html',
      );
    expect(page({})).toContain('Google Inc.');
    for (const change of [{ transmission: 'necessary' }, { transmission: 'own-id' }, { enabled: false }]) {
      expect(page(change)).not.toContain('Google Inc.');
      expect(page(change)).toContain(EN.noTools);
    }
  });

  it('list what is stored by the site itself and by tools, with names, lifetimes and purposes', () => {
    const source = omakaseNotice();
    const page = seen(source, 'cookies.ja.html');
    for (const told of ['consentry', '180 日', '_ga_*', '2 年', '利用状況の把握'])
      expect(page).toContain(told);
    expect(page).not.toContain('consentry-outbox');
    expect(page).not.toContain('consentry-imported');
    const config = {
      ...source.config,
      receipts: { endpoint: '/consentry/records' },
      cookie: { name: 'shop' },
      dialect: { of: 'klaro' as const, categories: { ga: 'analytics' } },
    };
    const recorded = seen({ ...source, config }, 'cookies.ja.html').split('\n');
    expect(recorded).toContain('consentry-outbox');
    expect(recorded).toContain('consentry-imported');
    expect(recorded).toContain('shop');
    expect(recorded).not.toContain('consentry');
  });

  it('are made of a config alone, where there is no document', () => {
    const names = noticeFiles({ config: omakaseNotice().config }, catalogue).map(({ name }) => name);
    expect(names).toEqual([
      'external.ja.html',
      'external.en.html',
      'cookies.ja.html',
      'cookies.en.html',
      'notice.css',
    ]);
  });

  it('are the same bytes every time, and have another hash once a fact is another', () => {
    const first = noticeFiles(omakaseNotice(), catalogue);
    expect(noticeFiles(omakaseNotice(), catalogue)).toEqual(first);
    const other = noticeFiles(omakaseNotice({ version: '2' }), catalogue);
    const hashes = (files: typeof first) => files.map(({ hash }) => hash);
    expect(hashes(other)[0]).not.toBe(hashes(first)[0]);
    // The tools have not changed.
    expect(hashes(other).slice(2)).toEqual(hashes(first).slice(2));
  });

  it('carry the same hash in every form, and one language or sort alone if asked for', () => {
    const options = { only: 'external', language: 'ja' } as const;
    const hashes = (['html', 'md', 'json'] as const).map((format) => {
      const [file] = noticeFiles(omakaseNotice(), catalogue, { ...options, format });
      expect(file?.name).toBe(`external.ja.${format}`);
      expect(file?.content).toContain(file?.hash);
      return file?.hash;
    });
    expect(new Set(hashes).size).toBe(1);
  });

  it('speak every language with all words', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'string'
        ? [...value.matchAll(/\{\w+\}/g)].map(String).sort()
        : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, shape(inner)]));
    expect(shape(JA)).toEqual(shape(EN));
  });
});
