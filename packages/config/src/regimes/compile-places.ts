import type { RegimeRule } from '@consentry/core';
import type { ConsentryConfig } from '../schema.js';
import { partsOf } from './place-codes.js';
import { TIME_ZONES } from './regime-table.js';
import { hasParts, type RegimeConfig, ruleAt, ruledCountries } from './rule-at.js';

/** The rules of all places, as a page carries them. */
export interface PlaceRules {
  /** For visitors of whom no place is known, or one that no rule names. */
  readonly unknown: RegimeRule;
  /** Each rule with its places, separated by spaces. A part of a country without a rule has its country's. */
  readonly rules: readonly (readonly [rule: RegimeRule, places: string])[];
  /** Places with their time zones, separated by spaces; only where the config wants zones looked at. */
  readonly zones?: readonly (readonly [place: string, zones: string])[];
  /** Where a page asks for the visitor's place. */
  readonly url?: string;
}

/** Compiles a config's rules by place; nothing where one rule is for everybody. */
export function compilePlaces(regime: RegimeConfig = {}): PlaceRules | undefined {
  if (!regime.byPlace) return undefined;
  const same = (one: RegimeRule, other: RegimeRule) => JSON.stringify(one) === JSON.stringify(other);
  const at = (place?: string) => inOrder(ruleAt(regime, place).rule);
  const unknown = at();
  const groups = new Map<string, string[]>();
  const add = (place: string, rule: RegimeRule, otherwise: RegimeRule) => {
    if (same(rule, otherwise)) return;
    const key = JSON.stringify(rule);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  };
  for (const country of ruledCountries(regime)) {
    const whole = at(country);
    add(country, whole, unknown);
    if (hasParts(regime, country)) for (const part of partsOf(country)) add(part, at(part), whole);
  }
  const zones = Object.entries(TIME_ZONES).filter(([place]) => !same(at(place), unknown));
  return {
    unknown,
    rules: [...groups].map(([rule, places]) => [JSON.parse(rule), places.join(' ')] as const),
    ...(regime.timeZone ? { zones: zones.map(([place, names]) => [place, names.join(' ')] as const) } : {}),
    ...(regime.placeUrl ? { url: regime.placeUrl } : {}),
  };
}

/**
 * The config as it is for visitors of whom nobody knows where they are: with the strictest of its rules. It still says
 * that others have others.
 */
export function withStrictestRule(config: ConsentryConfig): ConsentryConfig {
  return config.regime?.byPlace
    ? { ...config, regime: { byPlace: true, ...inOrder(ruleAt(config.regime).rule) } }
    : config;
}

/** The days that matter to whoever keeps decisions: the longest that any of a config's rules has. */
export function longestDays(regime: RegimeConfig = {}): Pick<RegimeRule, 'grantDays' | 'denyDays'> {
  const { unknown, rules } = compilePlaces(regime) ?? { unknown: ruleAt(regime).rule, rules: [] };
  const all = [unknown, ...rules.map(([rule]) => rule)];
  return {
    grantDays: Math.max(...all.map(({ grantDays }) => grantDays)),
    denyDays: Math.max(...all.map(({ denyDays }) => denyDays)),
  };
}

/** Equal rules are equal as text. */
function inOrder({ model, grantDays, denyDays, gpc }: RegimeRule): RegimeRule {
  return { model, grantDays, denyDays, gpc };
}
