import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomConfigs } from '../../../test/configs/random-config.mjs';
import type { AdapterCatalogue } from './catalogue.js';
import { checkConfig } from './check-config.js';
import { formatProblem } from './problem.js';

const CATALOGUE: AdapterCatalogue = {
  counter: {
    name: { en: 'Counter' },
    provider: { en: 'Counter Ltd' },
    purpose: 'analytics',
    hosts: ['counter.example'],
    storage: [],
    information: { en: 'Pages viewed', ja: '閲覧したページ' },
    usedFor: { en: 'Measuring', ja: '測定' },
    options: { required: ['key'], properties: { key: { type: 'string', pattern: '^[a-z]+$' } } },
  },
};

/** Every place in a config, as a path. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...path, name]))];
}

/** The config with something else at one place. */
function changed(config: unknown, [first, ...rest]: readonly string[], other: unknown): unknown {
  if (first === undefined) return other;
  const copy: Record<string, unknown> = Array.isArray(config)
    ? (structuredClone(config) as never)
    : { ...(config as object) };
  copy[first] = changed(copy[first], rest, other);
  return copy;
}

function expectAnswer(input: unknown) {
  const { problems, config } = checkConfig(input, CATALOGUE);
  expect(problems === undefined).not.toBe(config === undefined);
  for (const problem of problems ?? []) {
    const line = formatProblem(problem);
    expect(line).toContain('expected');
    // A stack, or an object that somebody forgot to describe.
    expect(line).not.toMatch(/\bat .*\.[jt]s:\d+|\[object Object\]/);
  }
}

describe('any config', () => {
  it('is accepted, or refused with what was expected, whatever it is', () => {
    fc.assert(fc.property(fc.jsonValue(), expectAnswer), { numRuns: 1000 });
  });

  it('is accepted, or refused with what was expected, with anything at any place', () => {
    const broken = randomConfigs(CATALOGUE).chain((config) =>
      fc
        .tuple(fc.constantFrom(...placesOf(config)), fc.jsonValue())
        .map(([path, other]) => changed(config, path, other)),
    );
    fc.assert(fc.property(broken, expectAnswer), { numRuns: 500 });
  }, 30_000);

  it('is accepted more often than not where it is put together rightly', () => {
    const accepted = fc
      .sample(randomConfigs(CATALOGUE), 200)
      .filter((config) => checkConfig(config, CATALOGUE).config);
    expect(accepted.length).toBeGreaterThan(100);
  });
});
