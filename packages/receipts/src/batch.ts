import { toBase64url } from './base64url.js';
import type { SigningKey } from './key.js';
import { type Hash, sha256Bytes } from './merkle/sha256-bytes.js';
import { hashLeaf, hashNode } from './merkle/tree-hash.js';

/** Where a statement stands among those that one signature covers. */
export interface BatchPlace {
  /** From 0. */
  readonly index: number;
  readonly size: number;
  /** Hashes from the statement's neighbour to below the root, 32 bytes in base64url each. */
  readonly path: readonly string[];
}

/** A signature, and the place of a statement under it. */
export interface BatchSignature {
  /** 64 bytes in base64url. */
  readonly signature: string;
  readonly batch: BatchPlace;
}

/**
 * Signs many statements, each given by its SHA-256, with one signature: over the root of an RFC 6962 tree whose leaves
 * are those hashes. The answers are in the order of the statements.
 */
export async function signBatch(
  statements: readonly Uint8Array[],
  key: Pick<SigningKey, 'sign'>,
  hash: Hash = sha256Bytes,
): Promise<BatchSignature[]> {
  const levels = [statements.map((statement) => hashLeaf(statement, hash))];
  for (let below = levels[0] ?? []; below.length > 1; ) {
    const level: Uint8Array<ArrayBuffer>[] = [];
    for (let i = 0; i < below.length; i += 2) {
      const [left, right] = [below[i] as Uint8Array<ArrayBuffer>, below[i + 1]];
      // The last one without a neighbour is a node of the level above, as in RFC 6962.
      level.push(right ? hashNode(left, right, hash) : left);
    }
    levels.push(level);
    below = level;
  }
  const [root = new Uint8Array()] = levels[levels.length - 1] ?? [];
  const signature = toBase64url(await key.sign(batchBytes(root)));
  const encoded = levels.map((level) => level.map(toBase64url));
  return statements.map((_, index) => ({
    signature,
    batch: { index, size: statements.length, path: pathOf(index, encoded) },
  }));
}

/** The bytes that the signature of a batch covers. No receipt and no checkpoint begins like this. */
export function batchBytes(root: Uint8Array): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`consentry-batch-1 ${toBase64url(root)}\n`);
}

function pathOf(index: number, levels: readonly (readonly string[])[]): string[] {
  const path: string[] = [];
  let at = index;
  for (const level of levels) {
    const neighbour = level[at ^ 1];
    if (neighbour !== undefined) path.push(neighbour);
    at >>= 1;
  }
  return path;
}
