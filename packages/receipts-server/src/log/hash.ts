import { hash } from 'node:crypto';
import type { Hash } from '@consentry/receipts';

/** SHA-256 by OpenSSL, which is what a server has. */
export const sha256: Hash = (data) =>
  // A copy: small Buffers share one allocation, which must not travel between threads.
  new Uint8Array(hash('sha256', data, 'buffer'));
