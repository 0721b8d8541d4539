import { createHash } from 'node:crypto';
import type { Hash } from '@consentry/receipts';

/** SHA-256 by OpenSSL, which is what a server has. */
export const sha256: Hash = (bytes) => {
  const digest = createHash('sha256').update(bytes).digest();
  // A copy: small Buffers share one allocation, which must not travel between threads.
  return new Uint8Array(digest);
};
