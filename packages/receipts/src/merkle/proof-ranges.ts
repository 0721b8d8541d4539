/** Leaves from `from` up to, and without, `to`. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of a tree of `size` leaves whose root hashes prove that the leaf at `index` is in it, in the order of
 * the proof (PATH in RFC 6962 section 2.1.1). Throws a `RangeError` for a leaf that is not there.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`There is no leaf ${index} in a tree of ${size}.`);
  return path(index, { from: 0, to: size });
}

function path(index: number, { from, to }: LeafRange): LeafRange[] {
  if (to - from === 1) return [];
  const middle = from + split(to - from);
  return index < middle
    ? [...path(index, { from, to: middle }), { from: middle, to }]
    : [...path(index, { from: middle, to }), { from, to: middle }];
}

/**
 * The parts whose root hashes prove that the tree of the first `before` leaves is where the one of `size` began
 * (PROOF in RFC 6962 section 2.1.2). Nothing is needed from 0, or when nothing was added.
 */
export function consistencyRanges(before: number, size: number): LeafRange[] {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(before) || before < 0 || before > size)
    throw new RangeError(`A tree of ${before} is no beginning of one of ${size}.`);
  return before === 0 ? [] : subProof(before, { from: 0, to: size }, true);
}

function subProof(before: number, { from, to }: LeafRange, isKnown: boolean): LeafRange[] {
  if (before === to) return isKnown ? [] : [{ from, to }];
  const middle = from + split(to - from);
  return before <= middle
    ? [...subProof(before, { from, to: middle }, isKnown), { from: middle, to }]
    : [...subProof(before, { from: middle, to }, false), { from, to: middle }];
}

/** A range as complete subtrees, largest first: level and index of each, as in a compact range. */
export function subtreesOf({ from, to }: LeafRange): { level: number; index: number }[] {
  const found = [];
  for (let at = from; at < to; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level++;
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

/** The largest power of two smaller than `size`. */
function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
