import { appendLeaf, hashLeaf, type TreeNode } from '@consentry/receipts';
import { sha256 } from './hash.js';
import { KEPT_LEVELS, type LogRow, type LogState } from './receipt-log.js';

/** A log nobody has written to. */
export const EMPTY_LOG: LogState = { size: 0, hashes: [], chain: new Uint8Array(32) };

/** What one step of integration writes. */
export interface Growth {
  readonly state: LogState;
  readonly rows: readonly LogRow[];
  /** Subtrees that are complete now, of the levels that are kept. */
  readonly nodes: readonly TreeNode[];
}

/** The log with what was waiting, in this order. */
export function growLog(
  before: LogState,
  waiting: readonly { readonly entry: string; readonly commitment: Uint8Array }[],
): Growth {
  const rows: LogRow[] = [];
  const nodes: TreeNode[] = [];
  let { size, hashes, chain } = before;
  for (const { entry, commitment } of waiting) {
    chain = chainHash(chain, commitment);
    rows.push({ position: size, entry, commitment, chain });
    ({ size, hashes } = appendLeaf({ size, hashes }, hashLeaf(commitment, sha256), sha256, (node) => {
      if (node.level % KEPT_LEVELS === 0) nodes.push(node);
    }));
  }
  return { state: { size, hashes, chain }, rows, nodes };
}

/** The chain's next link. */
export function chainHash(chain: Uint8Array, commitment: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set(chain);
  bytes.set(commitment, 32);
  return sha256(bytes);
}

/** The hashes of a compact range in one piece, as they are stored, and back. */
export function packHashes(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * 32);
  for (const [i, hash] of hashes.entries()) bytes.set(hash, i * 32);
  return bytes;
}

/** @see packHashes */
export function unpackHashes(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / 32 }, (_, i) =>
    Uint8Array.from(bytes.subarray(i * 32, i * 32 + 32)),
  );
}
