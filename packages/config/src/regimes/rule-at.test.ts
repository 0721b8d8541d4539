import { describe, expect, it } from 'vitest';
import { compilePlaces, longestDays, withStrictestRule } from './compile-places.js';
import { isPlace, partsOf } from './place-codes.js';
import { PLACE_GROUPS, REGIME_TABLE, TIME_ZONES } from './regime-table.js';
import { type RegimeConfig, ruleAt } from './rule-at.js';

const BY_PLACE: RegimeConfig = { byPlace: true };
const models = (regime: RegimeConfig, ...places: (string | undefined)[]) =>
  places.map((place) => ruleAt(regime, place).rule.model);

describe('the table of regimes', () => {
  it('names real places, each once, with law, source and how sure it is', () => {
    const named = REGIME_TABLE.flatMap(({ places }) => places);
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((place) => !isPlace(place.replace(/-\*$/, '')))).toEqual([]);
    for (const { law, source, confidence, grantDays, denyDays } of REGIME_TABLE) {
      expect(law).not.toBe('');
      expect(source.mark === 'read').toBe(source.url !== undefined);
      expect(source.date).toMatch(/^2026-/);
      // Of what nobody could read, no row is called sure but where GDPR is the law.
      if (source.mark === 'unverified' && !/GDPR|TDDDG/.test(law)) expect(confidence).not.toBe('high');
      expect(Math.max(grantDays, denyDays)).toBeLessThanOrEqual(400);
    }
  });

  it('asks first in every state of the EEA', () => {
    expect(PLACE_GROUPS.EEA).toHaveLength(30);
    expect(PLACE_GROUPS.EU).toHaveLength(27);
    for (const place of PLACE_GROUPS.EEA ?? []) expect(ruleAt(BY_PLACE, place).rule.model).toBe('opt-in');
  });

  it('has a duty to honour the signal in twelve states of the US', () => {
    const duties = REGIME_TABLE.filter(({ signal }) => signal === 'duty').flatMap(({ places }) => places);
    expect(duties).toHaveLength(12);
    for (const place of duties) expect(ruleAt(BY_PLACE, place).rule.gpc).toBe('deny');
  });

  it('knows time zones by their names, each for one place', () => {
    const zones = Object.values(TIME_ZONES).flat();
    expect(new Set(zones).size).toBe(zones.length);
    for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  });
});

describe('the rule at a place', () => {
  it('is the same everywhere where the config has one for everybody', () => {
    const regime: RegimeConfig = { model: 'opt-out', denyDays: 90 };
    for (const place of ['JP', 'DE', undefined])
      expect(ruleAt(regime, place)).toEqual({
        rule: { model: 'opt-out', grantDays: 180, denyDays: 90, gpc: 'deny' },
        kind: 'everybody',
        rows: [],
        settings: ['regime.model', 'regime.denyDays'],
      });
    expect(compilePlaces(regime)).toBeUndefined();
  });

  it('is that of the table', () => {
    expect(models(BY_PLACE, 'JP', 'DE', 'US-CA', 'US-WY', 'CA-QC', 'CA-ON')).toEqual([
      'notice',
      'opt-in',
      'opt-out',
      'notice',
      'opt-in',
      'opt-out',
    ]);
    expect(ruleAt(BY_PLACE, 'JP').rule).toEqual({
      model: 'notice',
      grantDays: 365,
      denyDays: 180,
      gpc: 'inform',
    });
    // A part of a country with one rule has that rule.
    expect(ruleAt(BY_PLACE, 'JP-13')).toEqual(ruleAt(BY_PLACE, 'JP'));
  });

  it('is the strictest of a country of which no part is known', () => {
    expect(ruleAt(BY_PLACE, 'US').rule).toEqual({
      model: 'opt-out',
      grantDays: 365,
      denyDays: 365,
      gpc: 'deny',
    });
    expect(ruleAt(BY_PLACE, 'US').kind).toBe('country');
    // There is no such state.
    expect(ruleAt(BY_PLACE, 'US-ZZ').rule).toEqual(ruleAt(BY_PLACE, 'US').rule);
    expect(ruleAt(BY_PLACE, 'CA').rule.model).toBe('opt-in');
  });

  it('is the strictest of all for whoever is at no known place', () => {
    const strictest = { model: 'opt-in', grantDays: 180, denyDays: 365, gpc: 'deny' };
    for (const place of [undefined, '', 'ZZ', 'XX', 'T1', 'AQ', 'jp', 'JP ', '<script>', '__proto__'])
      expect(ruleAt(BY_PLACE, place)).toMatchObject({ kind: 'unknown', rule: strictest });
  });

  it('is what the config says of the part, else of the country, else of its group', () => {
    const regime: RegimeConfig = {
      byPlace: true,
      places: {
        EEA: { grantDays: 90 },
        EU: { denyDays: 200 },
        DE: { grantDays: 30 },
        US: { gpc: 'deny', denyDays: 399 },
        'US-CA': { model: 'opt-in' },
        KE: { model: 'notice' },
      },
    };
    expect(ruleAt(regime, 'NO').rule).toMatchObject({ grantDays: 90, denyDays: 180 });
    expect(ruleAt(regime, 'FR').rule).toMatchObject({ grantDays: 90, denyDays: 200 });
    expect(ruleAt(regime, 'DE').settings).toEqual([
      'regime.places.EEA.grantDays',
      'regime.places.EU.denyDays',
      'regime.places.DE.grantDays',
    ]);
    expect(ruleAt(regime, 'DE').rule.grantDays).toBe(30);
    expect(models(regime, 'US-CA', 'US-WY', 'US', 'KE')).toEqual(['opt-in', 'notice', 'opt-in', 'notice']);
    expect(ruleAt(regime, 'US-WY').rule.denyDays).toBe(399);
    // A visitor whose place nobody knows may be at any of them.
    expect(ruleAt(regime).rule).toEqual({ model: 'opt-in', grantDays: 30, denyDays: 399, gpc: 'deny' });
  });
});

describe('the compiled rules', () => {
  it('are kept as long as the longest of them asks for', () => {
    expect(longestDays(BY_PLACE)).toEqual({ grantDays: 365, denyDays: 365 });
    expect(longestDays()).toEqual({ grantDays: 180, denyDays: 180 });
    expect(longestDays({ byPlace: true, places: { JP: { grantDays: 400 } } }).grantDays).toBe(400);
  });

  it('leave the strictest to whatever knows no place', () => {
    const config = { site: 's', languages: ['en'], purposes: {}, vendors: {} };
    expect(withStrictestRule({ ...config, regime: BY_PLACE }).regime).toEqual({
      byPlace: true,
      model: 'opt-in',
      grantDays: 180,
      denyDays: 365,
      gpc: 'deny',
    });
    expect(withStrictestRule(config)).toBe(config);
  });

  it('carry time zones and the address only where the config wants them', () => {
    expect(compilePlaces(BY_PLACE)).not.toHaveProperty('zones');
    expect(compilePlaces(BY_PLACE)).not.toHaveProperty('url');
    const { zones, url } = compilePlaces({ ...BY_PLACE, timeZone: true, placeUrl: '/place' }) ?? {};
    expect(zones).toContainEqual(['JP', 'Asia/Tokyo']);
    expect(url).toBe('/place');
  });

  it('name states whose rule differs from their country’s, and no others', () => {
    const listed = compilePlaces(BY_PLACE)?.rules.flatMap(([, places]) => places.split(' ')) ?? [];
    expect(listed).toContain('US');
    expect(listed).toContain('US-WY');
    // The strictest of all parts is that of California.
    expect(listed).not.toContain('US-CA');
    expect(listed.filter((place) => place.startsWith('US-')).length).toBeLessThan(partsOf('US').length);
  });
});
