import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHidden } from './suppress.js';

const SUMS = [['all', 'yes', 'no']] as const;
const row = (yes: number, no: number) => ({ all: yes + no, yes, no });
const hide = (rows: ReturnType<typeof row>[], isPartition = true) =>
  findHidden(rows, { minimum: 10, sums: SUMS as never, isPartition }).map((set) => [...set].sort());

describe('findHidden', () => {
  it('hides nothing where every cell is large enough, or nothing', () => {
    expect(hide([row(20, 30), row(10, 10), row(50, 0)])).toEqual([[], [], []]);
  });

  it('hides a small cell, and the other part of its sum, which would give it away', () => {
    expect(hide([row(500, 3)], false)).toEqual([['no', 'yes']]);
    expect(hide([row(4, 3)], false)).toEqual([['all', 'no', 'yes']]);
  });

  it('hides a second row, or the total without the others would be the first', () => {
    expect(hide([row(500, 300), row(400, 3), row(60, 40)])).toEqual([[], ['no', 'yes'], ['no', 'yes']]);
  });

  it('hides another row while those that are hidden are few together', () => {
    expect(hide([row(0, 500), row(0, 300), row(0, 2), row(0, 3)])[1]).toContain('no');
  });

  it('never lets a small cell be worked out from what is shown and the totals', () => {
    const rows = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(rows, (pairs) => {
        const table = pairs.map(([yes, no]) => row(yes, no));
        const hidden = hide(table);
        for (const column of ['all', 'yes', 'no'] as const) {
          const secret = table.filter((_, i) => hidden[i]?.includes(column));
          for (const [i, each] of table.entries())
            if (each[column] > 0 && each[column] < 10) expect(hidden[i]).toContain(column);
          const sum = secret.reduce((total, each) => total + each[column], 0);
          // What is left of the total belongs to several rows and is no small number, or to all of them.
          if (secret.length > 0 && secret.length < table.length) {
            expect(secret.length).toBeGreaterThan(1);
            expect(sum).toBeGreaterThanOrEqual(10);
          }
        }
        for (const set of hidden) expect(set.includes('yes')).toBe(set.includes('no'));
      }),
    );
  });
});
