import { type Hash, sha256Bytes } from './sha256-bytes.js';

/** Hash of a leaf with this data: `SHA-256(0x00 || data)` (RFC 6962 section 2.1). */
export function hashLeaf(data: Uint8Array, hash: Hash = sha256Bytes): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1 + data.length);
  bytes.set(data, 1);
  return hash(bytes);
}

/** Hash of a node over two: `SHA-256(0x01 || left || right)`. */
export function hashNode(
  left: Uint8Array,
  right: Uint8Array,
  hash: Hash = sha256Bytes,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return hash(bytes);
}

/** Root of a tree without leaves: the hash of nothing. */
export function emptyRoot(hash: Hash = sha256Bytes): Uint8Array<ArrayBuffer> {
  return hash(new Uint8Array());
}

/** Whether two hashes are the same. */
export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
