import type { Comparison, InsightsRow } from './answer.js';
import { difference, neededEach, type Proportion, Z_95 } from './proportion.js';

/** A smaller difference than this is not worth waiting for. */
const SMALLEST = 0.02;

/** Compares two rates that may be seen; nothing when one may not, or there is none. */
export function compareRows(one: InsightsRow, other: InsightsRow, z = Z_95): Comparison | null {
  const [a, b] = [proportionOf(one), proportionOf(other)];
  return a && b ? compare({ ...a, name: one.key }, { ...b, name: other.key }, z) : null;
}

/** Compares a row with all others of its table together. */
export function compareWithRest(row: InsightsRow, total: InsightsRow, z: number): Comparison | null {
  const [a, all] = [proportionOf(row), proportionOf(total)];
  if (!a || !all || all.whole <= a.whole) return null;
  return compare(
    { ...a, name: row.key },
    { part: all.part - a.part, whole: all.whole - a.whole, name: '' },
    z,
  );
}

type Named = Proportion & { readonly name: string };

function compare(one: Named, other: Named, z: number): Comparison {
  const found = difference(one, other, z);
  const delta = Math.max(SMALLEST, Math.abs(found.value));
  const each = neededEach(one, other, delta);
  return {
    ...{ one: one.name, other: other.name, difference: found, delta },
    verdict: found.low > 0 ? 'more' : found.high < 0 ? 'less' : 'unclear',
    needed: Math.max(0, each - one.whole) + Math.max(0, each - other.whole),
  };
}

function proportionOf({ granted, decisions }: InsightsRow): Proportion | undefined {
  return decisions && granted !== null ? { part: granted, whole: decisions } : undefined;
}
