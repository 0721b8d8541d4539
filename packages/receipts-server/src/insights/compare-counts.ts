import type { CountDifference } from './counters.js';
import { addUp, type Count, countsOf, readKey, withoutCountry } from './counts.js';

/** A row of the counters' table. */
export interface CounterRow extends Count {
  /** How many of `count` were of records that have been erased since. */
  readonly erased: number;
}

/** Compares the counters of a day with its records. Banners that were shown come from no record and are left out. */
export function compareCounts(
  day: string,
  rows: readonly CounterRow[],
  records: readonly { readonly text: string; readonly receivedAt: string }[],
): CountDifference[] {
  const counted = sumsByKey(
    rows
      .filter(({ key }) => readKey(key).outcome !== 'shown')
      .map(({ key, count, erased }) => ({ day, key: withoutCountry(key), count: count - erased })),
  );
  const stored = sumsByKey(records.flatMap((record) => countsOf(record)));
  return [...new Set([...counted.keys(), ...stored.keys()])]
    .map((key) => ({ day, key, counted: counted.get(key) ?? 0, stored: stored.get(key) ?? 0 }))
    .filter((each) => each.counted !== each.stored);
}

function sumsByKey(counts: readonly Count[]): Map<string, number> {
  return new Map(addUp(counts).map(({ key, count }) => [key, count]));
}
