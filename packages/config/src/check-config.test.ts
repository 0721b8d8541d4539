import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AdapterCatalogue } from './catalogue.js';
import { checkConfig } from './check-config.js';
import { parseConfig } from './parse-config.js';
import { formatProblem } from './problem.js';

const ENTRY = {
  name: { en: 'Counter', ja: 'カウンター' },
  provider: { en: 'Counter Ltd', ja: 'Counter Ltd' },
  purpose: 'analytics',
  hosts: ['counter.example'],
  storage: [],
  information: { en: 'Pages viewed', ja: '閲覧したページ' },
  usedFor: { en: 'Counting', ja: '計測' },
};
const CATALOGUE: AdapterCatalogue = {
  'google-analytics': {
    ...ENTRY,
    options: {
      required: ['measurementId'],
      properties: {
        measurementId: { type: 'string', pattern: '^G-[A-Z0-9]+$', description: 'Measurement id.' },
      },
    },
  },
  tag: {
    ...ENTRY,
    name: {},
    provider: {},
    information: {},
    usedFor: {},
    options: { required: ['kind'], properties: { kind: { enum: ['script', 'frame'] } } },
  },
};

const right = () => ({
  site: 'shop',
  languages: ['en', 'ja'],
  purposes: { analytics: { label: { en: 'Measuring', ja: '測定' } }, site: { label: 'Site', exempt: true } },
  vendors: { 'google-analytics': { options: { measurementId: 'G-ABC' } } } as Record<string, unknown>,
});
const said = (config: unknown) => (checkConfig(config, CATALOGUE).problems ?? []).map(formatProblem);

describe('checkConfig', () => {
  it('accepts a right config and returns it', () => {
    const config = right();
    expect(checkConfig(config, CATALOGUE).config).toBe(config);
  });

  it('takes the text of a language for its regions, and a phrase without vendors where there are none', () => {
    const { vendors, ...config } = right();
    const purposes = { ...config.purposes, other: { label: 'Other', phrase: 'do something else' } };
    expect(said({ ...config, languages: ['en-GB', 'ja'], purposes, vendors })).toEqual([]);
  });

  it('takes names of products and companies from English, and asks for sentences in every language', () => {
    const config = { ...right(), languages: ['de'], purposes: { analytics: { label: 'Messung' } } };
    expect(said(config)).toEqual([
      'vendors.google-analytics.information: expected a text in "de"; visitors are told it.',
      'vendors.google-analytics.usedFor: expected a text in "de"; visitors are told it.',
    ]);
    const texts = { information: { de: 'Besuchte Seiten' }, usedFor: { de: 'Messung' } };
    const vendors = { 'google-analytics': { options: { measurementId: 'G-ABC' }, ...texts } };
    expect(said({ ...config, vendors })).toEqual([]);
  });

  it('names path, value and the nearest right spelling of a misspelt setting', () => {
    const config = right();
    config.vendors = { 'google-analytics': { options: { measurmentId: 'G-ABC' } } };
    expect(said(config)).toEqual([
      'vendors.google-analytics.options.measurementId: expected to be set; it is missing.',
      'vendors.google-analytics.options.measurmentId: is "G-ABC"; expected no such setting; known are measurementId. Did you mean "measurementId"?',
    ]);
  });

  it('names the nearest adapter for a misspelt vendor', () => {
    const config = right();
    config.vendors = { 'google-analitics': { options: { measurementId: 'G-ABC' } } };
    expect(said(config)[0]).toMatch(
      /^vendors\.google-analitics: is "google-analitics"; expected an adapter .* Did you mean "google-analytics"\?$/,
    );
  });

  it.each([
    ['nothing at all', undefined, 'expected'],
    ['a list', [], 'expected an object'],
    [
      'an unknown regime',
      { ...right(), regime: { model: 'optin' } },
      'regime.model: is "optin"; expected one of "opt-in", "opt-out", "notice". Did you mean "opt-in"?',
    ],
    [
      'a grant for ever',
      { ...right(), regime: { grantDays: 4000 } },
      'regime.grantDays: is 4000; expected something that must be <= 400.',
    ],
    ['an unknown setting', { ...right(), purpose: {} }, 'Did you mean "purposes"?'],
    ['an id with capitals', { ...right(), site: 'My Shop' }, 'site: is "My Shop"; expected'],
    [
      'a text that lacks a language',
      { ...right(), purposes: { analytics: { label: { en: 'Measuring' } } } },
      'purposes.analytics.label.ja: expected a text',
    ],
    [
      'a phrase without its vendors',
      { ...right(), purposes: { analytics: { label: 'M', phrase: 'measure' } } },
      'expected a text with {vendors} in it',
    ],
    [
      'a purpose that does not exist',
      {
        ...right(),
        vendors: { 'google-analytics': { purposes: ['analytic'], options: { measurementId: 'G-A' } } },
      },
      'Did you mean "analytics"?',
    ],
    [
      'a purpose newer than the notice',
      { ...right(), purposes: { analytics: { label: 'M', since: 2 } } },
      'purposes.analytics.since: is 2; expected a notice version up to 1',
    ],
    [
      'options of the wrong form',
      { ...right(), vendors: { 'google-analytics': { options: { measurementId: 'UA-1' } } } },
      'vendors.google-analytics.options.measurementId: is "UA-1"; expected "Measurement id."',
    ],
    [
      'missing options',
      { ...right(), vendors: { 'google-analytics': {} } },
      'vendors.google-analytics.options: expected measurementId to be set',
    ],
    [
      'an adapter under another name, with a wrong option',
      {
        ...right(),
        vendors: {
          acme: {
            adapter: 'tag',
            purposes: ['analytics'],
            options: { kind: 'skript' },
            name: 'A',
            provider: 'A',
            information: 'A',
            usedFor: 'A',
          },
        },
      },
      'Did you mean "script"?',
    ],
    [
      'a vendor nobody describes',
      { ...right(), vendors: { acme: { adapter: false, purposes: ['analytics'] } } },
      'vendors.acme.provider: expected a text in "en"',
    ],
    [
      'one id for a purpose and a vendor',
      { ...right(), vendors: { analytics: { adapter: false, purposes: ['analytics'] } } },
      'an id that no purpose has',
    ],
    [
      'a lifetime that is none',
      {
        ...right(),
        vendors: {
          'google-analytics': {
            options: { measurementId: 'G-A' },
            storage: [{ kind: 'cookie', name: '_x', life: '2 years' }],
          },
        },
      },
      'vendors.google-analytics.storage.0.life: is "2 years"',
    ],
  ])('refuses %s', (_, config, message) => {
    expect(said(config).join('\n')).toContain(message);
  });

  it('does not take a name from the prototype for an adapter', () => {
    const config = right();
    config.vendors = { constructor: { purposes: ['analytics'] } };
    expect(said(config).join('\n')).toContain('vendors.constructor');
  });
});

describe('vendors that wait for others', () => {
  const base = { options: { measurementId: 'G-A' } };
  const told = { name: 'T', provider: 'T', information: 'T', usedFor: 'T' };
  const tag = { adapter: 'tag', purposes: ['analytics'], options: { kind: 'script' }, ...told };
  const vendors = (more: object) => said({ ...right(), vendors: { 'google-analytics': base, ...more } });

  it('are right when they name one vendor with an adapter, or several', () => {
    expect(vendors({ acme: { ...tag, after: 'google-analytics' } })).toEqual([]);
    expect(
      vendors({
        acme: { ...tag, after: 'google-analytics' },
        emca: { ...tag, after: ['acme', 'google-analytics'] },
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'a vendor that is not there',
      { acme: { ...tag, after: 'google-analitics' } },
      'Did you mean "google-analytics"?',
    ],
    ['itself', { acme: { ...tag, after: 'acme' } }, 'expected another vendor; none can wait for itself'],
    [
      'a vendor that is turned off',
      { off: { ...tag, enabled: false }, acme: { ...tag, after: 'off' } },
      'vendors.acme.after: is "off"; expected a vendor that is on',
    ],
    [
      'a vendor without an adapter',
      { plain: { ...told, adapter: false, purposes: ['analytics'] }, acme: { ...tag, after: ['plain'] } },
      'vendors.acme.after: is "plain"; expected a vendor with an adapter',
    ],
    [
      'a vendor, and have no adapter themselves',
      { plain: { ...told, adapter: false, purposes: ['analytics'], after: 'google-analytics' } },
      'vendors.plain.after: is "google-analytics"; expected not to be set',
    ],
    ['something that is no id', { acme: { ...tag, after: 7 } }, 'vendors.acme.after: is 7'],
    ['nobody in a list', { acme: { ...tag, after: [] } }, 'vendors.acme.after'],
    [
      'a name from the prototype',
      { acme: { ...tag, after: 'constructor' } },
      'expected a vendor of this file',
    ],
  ])('cannot wait for %s', (_, more, message) => {
    expect(vendors(more).join('\n')).toContain(message);
  });

  it('cannot wait for each other, which is said once for each circle', () => {
    const circle = { a: { ...tag, after: 'b' }, b: { ...tag, after: 'c' }, c: { ...tag, after: 'a' } };
    expect(vendors({ ...circle, d: { ...tag, after: 'a' } })).toEqual([
      'vendors.a.after: is "b"; expected vendors that do not wait for each other (a after b after c after a).',
    ]);
  });

  it('may be turned off with whatever they name', () => {
    expect(vendors({ acme: { ...tag, enabled: false, after: 'nobody' } })).toEqual([]);
  });
});

describe('parseConfig', () => {
  it('says where a mistake is', () => {
    const text = JSON.stringify({ ...right(), regime: { model: 'maybe' } }, null, 2);
    const { problems } = parseConfig(text, CATALOGUE);
    const line = text.split('\n').findIndex((row) => row.includes('maybe')) + 1;
    expect(problems?.[0]).toMatchObject({ path: 'regime.model', line });
  });

  it('says where JSON is broken', () => {
    expect(parseConfig('{\n  "site": shop\n}', CATALOGUE).problems?.[0]).toMatchObject({
      line: 2,
      column: 11,
    });
    expect(parseConfig('', CATALOGUE).problems?.[0]?.expected).toContain('valid JSON');
  });

  it('never throws, whatever one character of a right file becomes', () => {
    const text = JSON.stringify(right());
    for (let i = 0; i < text.length; i++) {
      for (const character of ['', '"', '{', '0', '\u0000']) {
        expect(() => parseConfig(text.slice(0, i) + character + text.slice(i + 1), CATALOGUE)).not.toThrow();
      }
    }
  });
});

describe('the published schema', () => {
  it('is what the validator uses', async () => {
    const { composeSchema } = await import('./compose-schema.js');
    const published = JSON.parse(
      readFileSync(new URL('../schema/consentry.schema.json', import.meta.url), 'utf8'),
    );
    const { $id } = composeSchema(CATALOGUE);
    expect(published.$id).toBe($id);
    expect(Object.keys(published.properties)).toEqual(
      Object.keys(composeSchema(CATALOGUE).properties as object),
    );
  });
});
