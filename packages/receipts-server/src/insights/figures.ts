import type { InsightsRow } from './answer.js';
import type { CountKey } from './counts.js';
import { wilson } from './proportion.js';
import { type Cells, findHidden, type Sum } from './suppress.js';

export type Column = 'decisions' | 'granted' | 'denied' | 'withdrawn' | 'shown' | 'answered' | 'ignored';

/** A row with all its numbers, for our own eyes. */
export interface OpenRow {
  readonly key: string;
  readonly cells: Cells<Column>;
}

const SUMS: readonly Sum<Column>[] = [
  ['decisions', 'granted', 'denied'],
  ['shown', 'answered', 'ignored'],
];

/** Figures of a topic out of counts, in a row for each value of `by`. */
export function gather(
  counts: ReadonlyMap<CountKey, number>,
  topic: string,
  by: (key: CountKey) => string = () => '',
): OpenRow[] {
  const rows = new Map<
    string,
    { grant: number; deny: number; withdraw: number; shown: number; answered: number }
  >();
  for (const [key, count] of counts) {
    const { outcome } = key;
    if (outcome === 'revoke' || (key.topic !== topic && key.topic !== '')) continue;
    const name = by(key);
    let row = rows.get(name);
    if (!row) {
      row = { grant: 0, deny: 0, withdraw: 0, shown: 0, answered: 0 };
      rows.set(name, row);
    }
    row[outcome] += count;
  }
  return [...rows].map(([key, { grant, deny, withdraw, shown, answered }]) => ({
    key,
    cells: {
      ...{ decisions: grant + deny, granted: grant, denied: deny, withdrawn: withdraw },
      // A server that does not count banners can say nothing of answers either; and a page may lose a count on its way.
      ...{ shown, answered: shown ? Math.min(answered, shown) : 0, ignored: Math.max(0, shown - answered) },
    },
  }));
}

/** A row of nothing. */
export function emptyRow(key: string): OpenRow {
  const none = { decisions: 0, granted: 0, denied: 0, withdrawn: 0, shown: 0, answered: 0, ignored: 0 };
  return { key, cells: none };
}

/**
 * Rows as they may be seen.
 *
 * @param isPartition whether they add up to a total that is seen as well
 */
export function disclose(rows: readonly OpenRow[], minimum: number, isPartition: boolean): InsightsRow[] {
  const hidden = findHidden(
    rows.map(({ cells }) => cells),
    { minimum, sums: SUMS, isPartition },
  );
  return rows.map(({ key, cells }, i) => {
    const seen = (column: Column) => (hidden[i]?.has(column) ? null : cells[column]);
    const [decisions, granted] = [seen('decisions'), seen('granted')];
    return {
      ...{ key, decisions, granted, denied: seen('denied'), withdrawn: seen('withdrawn') },
      ...{ shown: seen('shown'), answered: seen('answered'), ignored: seen('ignored') },
      rate: decisions && granted !== null ? wilson({ part: granted, whole: decisions }) : null,
    };
  });
}
