import { type Hash, sha256Bytes } from './merkle/sha256-bytes.js';

/** Bytes of salt of one entry. */
export const SALT_BYTES = 16;

/**
 * What stands in the log for an entry: `SHA-256(salt || SHA-256(part) …)` over its parts. It says nothing of them
 * to whoever does not have the salt, so once salt and parts are deleted it means nobody any more.
 *
 * A consent record has two parts: its text as it was posted, and the bytes that its receipt's signature covers.
 * Every other entry has one, its text.
 */
export function commit(
  salt: Uint8Array,
  parts: readonly Uint8Array[],
  hash: Hash = sha256Bytes,
): Uint8Array<ArrayBuffer> {
  return commitHashes(
    salt,
    parts.map((part) => hash(part)),
    hash,
  );
}

/** The same, from the hashes of the parts. */
export function commitHashes(
  salt: Uint8Array,
  hashes: readonly Uint8Array[],
  hash: Hash = sha256Bytes,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SALT_BYTES + hashes.length * 32);
  bytes.set(salt);
  for (const [i, each] of hashes.entries()) bytes.set(each, SALT_BYTES + i * 32);
  return hash(bytes);
}
