import { isSameHash } from '@consentry/receipts';
import type { Finding } from './finding.js';
import { chainHash } from './grow-log.js';
import type { LogRow } from './receipt-log.js';

/** A row whose chain does not follow from the row before, with what stood around it. */
export interface Break {
  /** Chain of the row before the one before. */
  readonly beforeLast: Uint8Array;
  /** Chain of the row before. */
  readonly before: Uint8Array;
  readonly row: LogRow;
  /** The row after, where there is one. */
  after?: LogRow;
}

/**
 * Says what happened where the chain is broken. The chain still holds what it was made of, so a row that belongs
 * elsewhere is recognised by fitting there. `isShort`: there are fewer rows than were signed for.
 */
export function diagnoseBreaks(breaks: readonly Break[], isShort: boolean): Finding[] {
  const found: Finding[] = [];
  const explained = new Set<number>();
  const fits = (chain: Uint8Array, { commitment }: LogRow, expected: Uint8Array) =>
    isSameHash(chainHash(chain, commitment), expected);
  // Among thousands of broken rows nobody needs to know of each where it was.
  const candidates = breaks.slice(0, 200);
  // What stands where it was put in fits nowhere else.
  const hasPlace = (row: LogRow) =>
    candidates.some(
      ({ before, row: other }) =>
        other !== row &&
        (fits(before, row, other.chain) || fits(before, row, row.chain) || fits(other.chain, row, row.chain)),
    );
  for (const { before, row } of candidates) {
    const from = candidates.find(
      ({ row: other }) =>
        other !== row && (fits(before, other, row.chain) || fits(before, other, other.chain)),
    );
    if (!from || !hasPlace(row)) continue;
    found.push({
      code: 'reordered',
      message: `Position ${row.position}: what belongs here is at ${from.row.position}.`,
    });
    for (const position of [row.position, row.position + 1, from.row.position, from.row.position + 1])
      explained.add(position);
  }
  for (const { beforeLast, before, row, after } of breaks) {
    const { position } = row;
    if (explained.has(position)) continue;
    if (fits(beforeLast, row, row.chain)) {
      found.push({ code: 'inserted', message: `Position ${position - 1}: this row was put in.` });
    } else if (after && fits(before, after, after.chain)) {
      found.push({ code: 'inserted', message: `Position ${position}: this row was put in.` });
      explained.add(position + 1);
    } else if (isShort) {
      found.push({ code: 'missing', message: `Position ${position}: something before it is gone.` });
    } else {
      found.push({
        code: 'altered',
        message: `Position ${position}: the row is not the one that was added.`,
      });
    }
  }
  return found;
}
