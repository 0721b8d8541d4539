/** Numbers of one row of a table, by column. */
export type Cells<Column extends string> = Readonly<Record<Column, number>>;

/** Columns that add up: the first is the sum of the others. */
export type Sum<Column extends string> = readonly [total: Column, ...parts: Column[]];

/**
 * Which cells of a table may not be shown, for each row.
 *
 * Hidden is every cell from 1 to `minimum` - 1, and whatever would give one away: where a part is hidden, the other part
 * of the same sum; where one row of a column is hidden, or those that are have less than `minimum` together, the next
 * smallest row of the column, because the column's total is known.
 */
export function findHidden<Column extends string>(
  rows: readonly Cells<Column>[],
  {
    minimum,
    sums,
    isPartition,
  }: {
    readonly minimum: number;
    readonly sums: readonly Sum<Column>[];
    /** Whether the rows of a column add up to a total that is shown. */
    readonly isPartition: boolean;
  },
): ReadonlySet<Column>[] {
  const hidden = rows.map((row) => {
    const columns = Object.keys(row) as Column[];
    return new Set(columns.filter((column) => row[column] > 0 && row[column] < minimum));
  });
  for (let before = -1, now = size(hidden); now !== before; now = size(hidden)) {
    before = now;
    for (const set of hidden) closeSums(set, sums);
    if (isPartition) for (const column of columnsOf(rows)) closeColumn(rows, hidden, column, minimum);
  }
  return hidden;
}

function closeSums<Column extends string>(hidden: Set<Column>, sums: readonly Sum<Column>[]): void {
  for (const [total, ...parts] of sums)
    if (hidden.has(total) || parts.some((part) => hidden.has(part)))
      for (const part of parts) hidden.add(part);
}

function closeColumn<Column extends string>(
  rows: readonly Cells<Column>[],
  hidden: readonly Set<Column>[],
  column: Column,
  minimum: number,
): void {
  const value = (i: number) => rows[i]?.[column] ?? 0;
  const all = rows.map((_, i) => i);
  const isHidden = (i: number) => hidden[i]?.has(column) ?? false;
  for (;;) {
    const secret = all.filter(isHidden);
    const sum = secret.reduce((total, i) => total + value(i), 0);
    const rest = all.filter((i) => !isHidden(i)).sort((i, j) => value(i) - value(j));
    if (secret.length === 0 || (secret.length > 1 && sum >= minimum) || rest.length === 0) return;
    // A row of nothing hides nothing; it is taken only when there is no other.
    const next = rest.find((i) => value(i) > 0) ?? rest[0];
    hidden[next as number]?.add(column);
  }
}

const columnsOf = <Column extends string>(rows: readonly Cells<Column>[]) =>
  Object.keys(rows[0] ?? {}) as Column[];

const size = (sets: readonly ReadonlySet<string>[]) => sets.reduce((sum, each) => sum + each.size, 0);
