import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, neededEach, wilson, Z_95, zFor } from './proportion.js';

const rounded = ({ low, high }: { low: number; high: number }) => [low.toFixed(4), high.toFixed(4)];

describe('wilson', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
  it.each([
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ])('gives the published interval of %i of %i', (part, whole, low, high) => {
    expect(rounded(wilson({ part, whole }))).toEqual([low, high]);
  });
});

describe('difference', () => {
  // R. G. Newcombe, "Interval estimation for the difference between independent proportions", table II, method 10.
  it.each([
    [56, 70, 48, 80, '0.0524', '0.3339'],
    [9, 10, 3, 10, '0.1705', '0.8090'],
    [10, 10, 0, 20, '0.6791', '1.0000'],
  ])('gives the published interval of %i of %i and %i of %i', (a, m, b, n, low, high) => {
    expect(rounded(difference({ part: a, whole: m }, { part: b, whole: n }))).toEqual([low, high]);
  });

  const proportion = fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([whole, share]) => ({ whole, part: Math.round(whole * share) }));

  it('is the same the other way round, holds its estimate, and stays between -1 and 1', () => {
    fc.assert(
      fc.property(proportion, proportion, (one, other) => {
        const there = difference(one, other);
        const back = difference(other, one);
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.low).toBeLessThanOrEqual(there.value + 1e-12);
        expect(there.high).toBeGreaterThanOrEqual(there.value - 1e-12);
        expect(Math.max(Math.abs(there.low), Math.abs(there.high))).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('tells the difference most times once there are as many decisions as it says are needed', () => {
    const rates = [0.4, 0.45] as const;
    const some = rates.map((rate) => ({ part: rate * 1e6, whole: 1e6 }));
    const needed = neededEach(some[0] as never, some[1] as never, 0.05);
    let seed = 20261122;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const draw = (rate: number, whole: number) => {
      let part = 0;
      for (let i = 0; i < whole; i++) if (random() < rate) part++;
      return { part, whole };
    };
    let told = 0;
    for (let i = 0; i < 200; i++)
      if (difference(draw(rates[1], needed), draw(rates[0], needed)).low > 0) told++;
    expect(told).toBeGreaterThan(140);
    expect(told).toBeLessThan(180);
  });
});

describe('zFor', () => {
  it('is 1.96 for one look and wider for more', () => {
    expect(zFor(1)).toBeCloseTo(Z_95, 5);
    expect(zFor(5)).toBeCloseTo(2.5758, 3);
  });
});
