import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../../test/vectors/merkle.json' with { type: 'json' };
import { appendLeaf, type CompactRange, EMPTY_RANGE, rootOf, type TreeNode } from './compact-range.js';
import { consistencyRanges, inclusionRanges, type LeafRange, subtreesOf } from './proof-ranges.js';
import { sha256Bytes } from './sha256-bytes.js';
import { emptyRoot, hashLeaf, hashNode } from './tree-hash.js';
import { provesConsistency, provesInclusion } from './verify-proof.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => new TextEncoder().encode(text);
const leaves = (count: number) => Array.from({ length: count }, (_, i) => hashLeaf(bytes(`leaf ${i}`)));
const grow = (hashes: readonly Uint8Array[]) =>
  hashes.reduce<CompactRange>((range, leaf) => appendLeaf(range, leaf), EMPTY_RANGE);
const rootOfRange = (hashes: readonly Uint8Array[], { from, to }: LeafRange) =>
  rootOf(grow(hashes.slice(from, to)));

/** MTH as RFC 6962 section 2.1 defines it, word for word: what the faster way is compared with. */
function definedRoot(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return emptyRoot();
  if (hashes.length === 1) return hashes[0] as Uint8Array;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return hashNode(definedRoot(hashes.slice(0, k)), definedRoot(hashes.slice(k)));
}

describe('sha256Bytes', () => {
  it('agrees with OpenSSL on bytes of every length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        expect(hex(sha256Bytes(data))).toBe(createHash('sha256').update(data).digest('hex'));
      }),
    );
  });
});

describe('the tree', () => {
  it.each(vectors.roots)('has the frozen root with $size leaves', ({ size, root }) => {
    expect(hex(rootOf(grow(vectors.leaves.slice(0, size).map((leaf) => hashLeaf(bytes(leaf))))))).toBe(root);
  });

  it('has the root that the standard defines, at every size', () => {
    for (let size = 0; size <= 130; size++)
      expect(hex(rootOf(grow(leaves(size))))).toBe(hex(definedRoot(leaves(size))));
  });

  it('tells of every subtree that is completed, with its hash', () => {
    const nodes: TreeNode[] = [];
    let range = EMPTY_RANGE;
    const hashes = leaves(64);
    for (const leaf of hashes) range = appendLeaf(range, leaf, sha256Bytes, (node) => nodes.push(node));
    expect(nodes).toHaveLength(63);
    for (const { level, index, hash } of nodes) {
      const width = 2 ** level;
      expect(hex(hash)).toBe(hex(definedRoot(hashes.slice(index * width, (index + 1) * width))));
    }
  });

  it('is made of its complete subtrees', () => {
    expect(subtreesOf({ from: 0, to: 7 })).toEqual([
      { level: 2, index: 0 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ]);
    expect(subtreesOf({ from: 3, to: 8 })).toEqual([
      { level: 0, index: 3 },
      { level: 2, index: 1 },
    ]);
  });
});

describe('an inclusion proof', () => {
  it('is the frozen one', () => {
    const { index, size, path } = vectors.inclusion;
    const hashes = vectors.leaves.slice(0, size).map((leaf) => hashLeaf(bytes(leaf)));
    const proof = inclusionRanges(index, size).map((range) => hex(rootOfRange(hashes, range)));
    expect(proof.map((hash) => hash.slice(0, 16))).toEqual(path);
  });

  it('is believed for every leaf of every tree, and for nothing else', () => {
    for (let size = 1; size <= 40; size++) {
      const hashes = leaves(size);
      const root = rootOf(grow(hashes));
      for (let index = 0; index < size; index++) {
        const path = inclusionRanges(index, size).map((range) => rootOfRange(hashes, range));
        const leafHash = hashes[index] as Uint8Array;
        expect(provesInclusion({ index, leafHash, path }, { size, root })).toBe(true);
        expect(provesInclusion({ index: index + 1, leafHash, path }, { size, root })).toBe(false);
        expect(provesInclusion({ index, leafHash: hashLeaf(bytes('x')), path }, { size, root })).toBe(false);
        expect(provesInclusion({ index, leafHash, path: [...path, root] }, { size, root })).toBe(false);
        if (size > 1)
          expect(provesInclusion({ index, leafHash, path: path.slice(1) }, { size, root })).toBe(false);
      }
    }
  });

  it('cannot be asked for a leaf that is not there', () => {
    for (const [index, size] of [
      [0, 0],
      [3, 3],
      [-1, 3],
      [0.5, 3],
    ] as const)
      expect(() => inclusionRanges(index, size)).toThrow(RangeError);
  });

  it('holds beyond the sizes that bit operations know', () => {
    const size = 2 ** 40 + 3;
    const ranges = inclusionRanges(2 ** 40 + 1, size);
    const path = ranges.map(({ from, to }) => hashLeaf(bytes(`${from}-${to}`)));
    const leafHash = hashLeaf(bytes('leaf'));
    const [first, second, third] = path as [Uint8Array, Uint8Array, Uint8Array];
    const root = hashNode(third, hashNode(hashNode(first, leafHash), second));
    expect(ranges).toHaveLength(3);
    expect(provesInclusion({ index: 2 ** 40 + 1, leafHash, path }, { size, root })).toBe(true);
  });
});

describe('a consistency proof', () => {
  it('is the frozen one', () => {
    const { before, size, path } = vectors.consistency;
    const hashes = vectors.leaves.slice(0, size).map((leaf) => hashLeaf(bytes(leaf)));
    const proof = consistencyRanges(before, size).map((range) => hex(rootOfRange(hashes, range)));
    expect(proof.map((hash) => hash.slice(0, path[0]?.length))).toEqual(
      path.map((each) => each.slice(0, path[0]?.length)),
    );
  });

  it('is believed from every size to every later one, and from no other beginning', () => {
    for (let size = 0; size <= 33; size++) {
      const hashes = leaves(size);
      const after = { size, root: rootOf(grow(hashes)) };
      for (let before = 0; before <= size; before++) {
        const proof = consistencyRanges(before, size).map((range) => rootOfRange(hashes, range));
        const root = rootOf(grow(hashes.slice(0, before)));
        expect(provesConsistency({ size: before, root }, after, proof)).toBe(true);
        const forked = rootOf(grow([...hashes.slice(0, Math.max(0, before - 1)), hashLeaf(bytes('fork'))]));
        if (before > 0) expect(provesConsistency({ size: before, root: forked }, after, proof)).toBe(false);
        expect(provesConsistency({ size: before, root }, after, [...proof, root])).toBe(false);
        if (before < size && before > 0)
          expect(provesConsistency({ size: before, root }, { size, root }, proof)).toBe(false);
      }
    }
  });

  it('is not believed backwards', () => {
    const hashes = leaves(5);
    const head = (size: number) => ({ size, root: rootOf(grow(hashes.slice(0, size))) });
    expect(provesConsistency(head(5), head(3), [])).toBe(false);
    expect(() => consistencyRanges(6, 5)).toThrow(RangeError);
  });
});
