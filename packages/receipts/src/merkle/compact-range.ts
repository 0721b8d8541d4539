import { type Hash, sha256Bytes } from './sha256-bytes.js';
import { emptyRoot, hashNode } from './tree-hash.js';

/**
 * What is needed of a tree to make it grow: its size, and the hashes of the complete subtrees it consists of, the
 * largest first. There are as many as the size has ones in binary: at most 53, whatever the size.
 */
export interface CompactRange {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** A complete subtree that came into being: `2 ** level` leaves from `index * 2 ** level` on. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/** A tree without leaves. */
export const EMPTY_RANGE: CompactRange = { size: 0, hashes: [] };

/** The tree with one more leaf. `onNode` is told of every subtree that this completes, from level 1 up. */
export function appendLeaf(
  { size, hashes }: CompactRange,
  leafHash: Uint8Array,
  hash: Hash = sha256Bytes,
  onNode: (node: TreeNode) => void = () => {},
): CompactRange {
  const rest = [...hashes];
  let node = leafHash;
  let index = size;
  // As in counting: every one at the end of the size is carried.
  for (let level = 1; index % 2 === 1; level++) {
    node = hashNode(rest.pop() as Uint8Array, node, hash);
    index = (index - 1) / 2;
    onNode({ level, index, hash: node });
  }
  rest.push(node);
  return { size: size + 1, hashes: rest };
}

/** The tree's root (MTH in RFC 6962 section 2.1). */
export function rootOf({ hashes }: CompactRange, hash: Hash = sha256Bytes): Uint8Array {
  const [first, ...rest] = [...hashes].reverse();
  if (!first) return emptyRoot(hash);
  return rest.reduce((right, left) => hashNode(left, right, hash), first);
}
