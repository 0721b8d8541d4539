import { describe, expect, it, vi } from 'vitest';
import { type PlacePlatform, type PlaceRules, regimeByPlace, ruleForPlace } from './regime-by-place.js';

const rule = (model: 'opt-in' | 'opt-out' | 'notice') =>
  ({ model, grantDays: 180, denyDays: 180, gpc: 'deny' }) as const;
const RULES: PlaceRules = {
  unknown: rule('opt-in'),
  rules: [
    [rule('notice'), 'JP US-WY'],
    [rule('opt-out'), 'US'],
  ],
};
const ASKING: PlaceRules = { ...RULES, url: '/place' };
const ZONES: PlaceRules = { ...RULES, zones: [['JP', 'Asia/Tokyo Japan']] };

/** A page that tells these things of its visitor's place. */
function aPage(told: { meta?: string; header?: string; script?: string; kept?: string; zone?: string } = {}) {
  const kept = new Map(told.kept === undefined ? [] : [['consentry-place', told.kept]]);
  const answer = vi.fn(async (_url: string, _init?: object) => new Response('{"place":"JP"}'));
  const platform = {
    document: {
      querySelector: (selector: string) =>
        selector === 'meta[name="consentry-place"]' && told.meta !== undefined
          ? { content: told.meta }
          : null,
      currentScript: { dataset: { place: told.script } },
    },
    performance: {
      getEntriesByType: (type: string) =>
        type === 'navigation'
          ? [
              {
                serverTiming: [
                  { name: 'db', description: 'DE' },
                  ...(told.header === undefined
                    ? []
                    : [{ name: 'consentry-place', description: told.header }]),
                ],
              },
            ]
          : [],
    },
    storage: () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }),
    fetch: answer,
    timeZone: () => told.zone ?? 'Europe/Berlin',
  } as unknown as PlacePlatform;
  return { platform, kept, answer };
}
const modelOf = (rules: PlaceRules, told: Parameters<typeof aPage>[0]) =>
  regimeByPlace(rules, aPage(told).platform).model;

describe('the rule of a page', () => {
  it('is the strictest while nothing tells the place', () => {
    expect(modelOf(RULES, {})).toBe('opt-in');
    expect(modelOf(ZONES, {})).toBe('opt-in');
  });

  it('follows the page, its header, or our script, in this order', () => {
    expect(modelOf(RULES, { meta: 'JP' })).toBe('notice');
    expect(modelOf(RULES, { header: 'JP' })).toBe('notice');
    expect(modelOf(RULES, { script: 'JP' })).toBe('notice');
    expect(modelOf(RULES, { meta: 'DE', header: 'JP', script: 'JP' })).toBe('opt-in');
    expect(modelOf(RULES, { header: 'DE', script: 'JP' })).toBe('opt-in');
    // A template whose edge filled nothing in has told nothing.
    expect(modelOf(RULES, { meta: ' ', header: '', script: 'jp ' })).toBe('notice');
  });

  it('is the strictest for texts that are no place, whatever comes after them', () => {
    for (const meta of ['XX', 'T1', '<b>', 'JP US-WY', 'JP-', '__proto__', '{{country}}'])
      expect(modelOf(ZONES, { meta, header: 'JP', script: 'JP', zone: 'Asia/Tokyo' })).toBe('opt-in');
  });

  it('is the strictest where the browser refuses to tell', () => {
    const { platform } = aPage();
    const refuse = () => {
      throw new Error('refused');
    };
    const refusing = {
      document: { querySelector: refuse },
      performance: { getEntriesByType: refuse },
      storage: refuse,
      timeZone: refuse,
    };
    expect(regimeByPlace({ ...ASKING, ...ZONES }, { ...platform, ...(refusing as object) }).model).toBe(
      'opt-in',
    );
  });

  it('looks at the time zone only where the site wants it, and after everything else', () => {
    expect(modelOf(RULES, { zone: 'Asia/Tokyo' })).toBe('opt-in');
    expect(modelOf(ZONES, { zone: 'Asia/Tokyo' })).toBe('notice');
    expect(modelOf(ZONES, { zone: 'Asia/Tokyo', meta: 'DE' })).toBe('opt-in');
    expect(modelOf(ZONES, { zone: '' })).toBe('opt-in');
  });

  it('is the strictest until the server has answered, and from the next page on what it answered', async () => {
    const { platform, kept, answer } = aPage();
    expect(regimeByPlace(ASKING, platform).model).toBe('opt-in');
    await vi.waitFor(() => expect(kept.get('consentry-place')).toBe('JP'));
    expect(answer.mock.calls).toEqual([['/place', { credentials: 'omit' }]]);
    expect(regimeByPlace(ASKING, platform).model).toBe('notice');
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it('does not ask the server where the page tells the place, or no address is set', () => {
    const { platform, answer } = aPage({ meta: 'JP' });
    regimeByPlace(ASKING, platform);
    regimeByPlace(RULES, aPage().platform);
    expect(answer).not.toHaveBeenCalled();
  });

  it.each([
    ['no place', '{"place":null}', 'ZZ'],
    ['markup', '{"place":"<script>"}', 'ZZ'],
    ['something else', '[]', 'ZZ'],
    ['no JSON', 'JP', undefined],
  ])('stays the strictest when the server answers %s', async (_, text, expected) => {
    const { platform, kept } = aPage();
    const fetch = vi.fn(async () => new Response(text));
    regimeByPlace(ASKING, { ...platform, fetch: fetch as never });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(kept.get('consentry-place')).toBe(expected);
    expect(regimeByPlace(ASKING, platform).model).toBe('opt-in');
  });

  it('stays the strictest when the server fails, or what was kept is no place', async () => {
    const { platform, kept } = aPage();
    const fetch = vi.fn(async () => new Response('{"place":"JP"}', { status: 500 }));
    regimeByPlace(ASKING, { ...platform, fetch: fetch as never });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(kept.size).toBe(0);
    expect(modelOf(ASKING, { kept: '"><img>' })).toBe('opt-in');
  });
});

describe('the rule for a place', () => {
  it('is that of the part, else of the country, else the strictest', () => {
    expect(
      ['JP', 'JP-13', 'US-WY', 'US-CA', 'US', 'DE', 'ZZ', ''].map(
        (place) => ruleForPlace(RULES, place).model,
      ),
    ).toEqual(['notice', 'notice', 'notice', 'opt-out', 'opt-out', 'opt-in', 'opt-in', 'opt-in']);
  });
});
