import {
  consistencyRanges,
  hashLeaf,
  hashNode,
  inclusionRanges,
  type LeafRange,
  subtreesOf,
} from '@consentry/receipts';
import { sha256 } from './hash.js';
import { KEPT_LEVELS, type ReceiptLog } from './receipt-log.js';

type Tree = Pick<ReceiptLog, 'hashes'>;

/** The path from the leaf at `index` to the root of the first `size` leaves. */
export function proveInclusion(log: Tree, index: number, size: number): Promise<Uint8Array[]> {
  return Promise.all(inclusionRanges(index, size).map((range) => rootOfRange(log, range)));
}

/** What proves that the first `before` leaves are the beginning of the first `size`. */
export function proveConsistency(log: Tree, before: number, size: number): Promise<Uint8Array[]> {
  return Promise.all(consistencyRanges(before, size).map((range) => rootOfRange(log, range)));
}

/** Root over part of the log. */
export async function rootOfRange(log: Tree, range: LeafRange): Promise<Uint8Array> {
  const hashes = await Promise.all(subtreesOf(range).map(({ level, index }) => subtree(log, level, index)));
  const last = hashes.pop();
  if (!last) throw new RangeError('A range without leaves has no place in a proof.');
  return hashes.reduceRight((right, left) => hashNode(left, right, sha256), last);
}

async function subtree(log: Tree, level: number, index: number): Promise<Uint8Array> {
  const kept = Math.floor(level / KEPT_LEVELS) * KEPT_LEVELS;
  const width = 2 ** (level - kept);
  const from = index * width;
  let hashes = await log.hashes({ level: kept, from, to: from + width });
  if (hashes.length !== width) throw new Error(`The log has no hashes at level ${kept} from ${from} on.`);
  if (kept === 0) hashes = hashes.map((commitment) => hashLeaf(commitment, sha256));
  while (hashes.length > 1)
    hashes = Array.from({ length: hashes.length / 2 }, (_, i) =>
      hashNode(hashes[i * 2] as Uint8Array, hashes[i * 2 + 1] as Uint8Array, sha256),
    );
  return hashes[0] as Uint8Array;
}
