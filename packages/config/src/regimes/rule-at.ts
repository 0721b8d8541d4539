import type { Regime, RegimeRule } from '@consentry/core';
import type { ConsentryConfig } from '../schema.js';
import { countryOf, isPlace, PLACE_FORM, partsOf } from './place-codes.js';
import { PLACE_GROUPS, REGIME_TABLE, type RegimeRow } from './regime-table.js';

/** What a config says of regimes. */
export type RegimeConfig = NonNullable<ConsentryConfig['regime']>;

/** The rule for one visitor, and what it follows from. */
export interface RuleAtPlace {
  readonly rule: RegimeRule;
  /**
   * - `everybody`: the config has one rule, wherever a visitor is
   * - `place`: the place's own
   * - `country`: only the country is known, and parts of it differ: the strictest of them
   * - `unknown`: no place, or one without a rule: the strictest of all
   */
  readonly kind: 'everybody' | 'place' | 'country' | 'unknown';
  /** The rows of the table that it was made of. */
  readonly rows: readonly RegimeRow[];
  /** The settings of the config that count before them, as paths. */
  readonly settings: readonly string[];
}

/** What holds where nothing else is said; as core's own default. */
const BASE: RegimeRule = { model: 'opt-in', grantDays: 180, denyDays: 180, gpc: 'deny' };
/** From lax to strict. What opt-out and notice do is the same; what they are called is not. */
export const BY_STRICTNESS: readonly Regime[] = ['notice', 'opt-out', 'opt-in'];

/**
 * The rule for a visitor at `place`: an ISO 3166 code, or anything else, which is then no known place. Throws nothing.
 */
export function ruleAt(regime: RegimeConfig = {}, place?: string): RuleAtPlace {
  const { model, grantDays, denyDays, gpc } = regime;
  if (!regime.byPlace) {
    const said = Object.entries({ model, grantDays, denyDays, gpc }).filter(
      ([, value]) => value !== undefined,
    );
    return {
      rule: { ...BASE, ...Object.fromEntries(said) },
      kind: 'everybody',
      rows: [],
      settings: said.map(([key]) => `regime.${key}`),
    };
  }
  const known = place !== undefined && PLACE_FORM.test(place) ? place : '';
  const country = countryOf(known);
  if (!ruledCountries(regime).includes(country))
    return together('unknown', [
      leaf(regime, ''),
      ...ruledCountries(regime).flatMap((each) => ofCountry(regime, each)),
    ]);
  if (!hasParts(regime, country)) return leaf(regime, country);
  return known !== country && isPlace(known)
    ? leaf(regime, known)
    : together('country', ofCountry(regime, country));
}

/** Every country that the table or the config has a rule for. */
export function ruledCountries({ places = {} }: RegimeConfig): string[] {
  const named = [...REGIME_TABLE.flatMap((row) => row.places), ...Object.keys(places)];
  return [...new Set(named.flatMap((place) => PLACE_GROUPS[place] ?? [countryOf(place)]))];
}

/** Whether parts of a country have rules of their own. */
export function hasParts({ places = {} }: RegimeConfig, country: string): boolean {
  const named = [...REGIME_TABLE.flatMap((row) => row.places), ...Object.keys(places)];
  return named.some((place) => place.startsWith(`${country}-`));
}

/** The strictest of several rules: asks before anything runs, and the shortest yes, the longest quiet, the signal. */
export function strictest(rules: readonly RegimeRule[]): RegimeRule {
  const models = rules.map(({ model }) => model);
  return {
    model: BY_STRICTNESS.filter((model) => models.includes(model)).pop() ?? BASE.model,
    grantDays: Math.min(...rules.map(({ grantDays }) => grantDays)),
    denyDays: Math.max(...rules.map(({ denyDays }) => denyDays)),
    gpc: rules.some(({ gpc }) => gpc === 'deny') ? 'deny' : 'inform',
  };
}

function ofCountry(regime: RegimeConfig, country: string): RuleAtPlace[] {
  return hasParts(regime, country)
    ? partsOf(country).map((part) => leaf(regime, part))
    : [leaf(regime, country)];
}

/** The row that the table has for a place, before the config says otherwise. */
export function tableRow(place: string): RegimeRow | undefined {
  const country = countryOf(place);
  const names = [place, ...(place === country ? [] : [`${country}-*`, country])];
  for (const name of names) {
    const row = REGIME_TABLE.find(({ places }) => places.includes(name));
    if (row) return row;
  }
  return undefined;
}

/** A row's rule. */
export function ruleOfRow({ model, grantDays, denyDays, signal }: RegimeRow): RegimeRule {
  return { model, grantDays, denyDays, gpc: signal === 'informed' ? 'inform' : 'deny' };
}

/** The rule of a place as such: its row, then what the config says of its groups, its country and itself. */
function leaf({ places = {} }: RegimeConfig, place: string): RuleAtPlace {
  const country = countryOf(place);
  const row = tableRow(place);
  const groups = ['EEA', 'EU'].filter((group) => PLACE_GROUPS[group]?.includes(country));
  const said = [...new Set([...groups, country, place])].filter((name) => Object.hasOwn(places, name));
  const rule = Object.assign(
    {},
    row ? ruleOfRow(row) : BASE,
    ...said.map((name) => places[name]),
  ) as RegimeRule;
  const settings = said.flatMap((name) =>
    Object.keys(places[name] ?? {}).map((key) => `regime.places.${name}.${key}`),
  );
  return { rule, kind: 'place', rows: row ? [row] : [], settings };
}

function together(kind: RuleAtPlace['kind'], all: readonly RuleAtPlace[]): RuleAtPlace {
  return {
    rule: strictest(all.map(({ rule }) => rule)),
    kind,
    rows: [...new Set(all.flatMap(({ rows }) => rows))],
    settings: [...new Set(all.flatMap(({ settings }) => settings))],
  };
}
