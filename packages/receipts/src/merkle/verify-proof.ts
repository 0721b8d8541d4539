import { type Hash, sha256Bytes } from './sha256-bytes.js';
import { emptyRoot, hashNode, isSameHash } from './tree-hash.js';

/** A tree at some moment. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Says that a leaf is at `index`, and how to get from there to the root. */
export interface Inclusion {
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** Whether the leaf is in the tree (RFC 9162 section 2.1.3.2). False for whatever is not a proof of it. */
export function provesInclusion(
  inclusion: Inclusion,
  { size, root }: TreeHead,
  hash: Hash = sha256Bytes,
): boolean {
  const found = rootFromInclusion(inclusion, size, hash);
  return found !== undefined && isSameHash(found, root);
}

/** The root of a tree of that size that has the leaf at its place; nothing for what is no place in such a tree. */
export function rootFromInclusion(
  { index, leafHash, path }: Inclusion,
  size: number,
  hash: Hash = sha256Bytes,
): Uint8Array | undefined {
  if (!Number.isSafeInteger(index) || index < 0 || !Number.isSafeInteger(size) || index >= size)
    return undefined;
  let node: Uint8Array = leafHash;
  let first = index;
  let last = size - 1;
  for (const each of path) {
    if (last === 0 || each.length !== 32) return undefined;
    if (first % 2 === 1 || first === last) {
      node = hashNode(each, node, hash);
      while (first % 2 === 0 && first !== 0) {
        first /= 2;
        last = half(last);
      }
    } else node = hashNode(node, each, hash);
    first = half(first);
    last = half(last);
  }
  return last === 0 ? node : undefined;
}

/**
 * Whether the later tree begins with all of the earlier one, unchanged and in its order (RFC 9162 section
 * 2.1.4.2). Every tree begins with the empty one.
 */
export function provesConsistency(
  before: TreeHead,
  after: TreeHead,
  proof: readonly Uint8Array[],
  hash: Hash = sha256Bytes,
): boolean {
  if (!Number.isSafeInteger(before.size) || !Number.isSafeInteger(after.size)) return false;
  if (before.size < 0 || before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && isSameHash(before.root, after.root);
  if (before.size === 0) return proof.length === 0 && isSameHash(before.root, emptyRoot(hash));
  if (proof.some((each) => each.length !== 32)) return false;

  // A complete tree is a node of the later one, which the verifier has already.
  const [start, ...rest] = isPowerOfTwo(before.size) ? [before.root, ...proof] : proof;
  if (!start) return false;
  let first = before.size - 1;
  let last = after.size - 1;
  while (first % 2 === 1) {
    first = half(first);
    last = half(last);
  }
  let older = start;
  let newer = start;
  for (const each of rest) {
    if (last === 0) return false;
    if (first % 2 === 1 || first === last) {
      older = hashNode(each, older, hash);
      newer = hashNode(each, newer, hash);
      while (first % 2 === 0 && first !== 0) {
        first = half(first);
        last = half(last);
      }
    } else newer = hashNode(newer, each, hash);
    first = half(first);
    last = half(last);
  }
  return last === 0 && isSameHash(older, before.root) && isSameHash(newer, after.root);
}

// Not shifts: those end at 2 ** 31.
const half = (number: number) => Math.floor(number / 2);

function isPowerOfTwo(number: number): boolean {
  let power = 1;
  while (power < number) power *= 2;
  return power === number;
}
