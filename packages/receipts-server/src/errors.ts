/**
 * What stopped the server from starting, stable across versions.
 *
 * - `invalid-option`: an option is not as documented
 * - `key-unreadable`: the key file holds no usable Ed25519 key
 * - `database-newer`: the database was written by a later version
 * - `not-durable`: the database is set up so that it may forget what it has acknowledged
 * - `missing-secret`: an environment variable that should hold a secret does not
 */
export type ReceiptsServerErrorCode =
  | 'invalid-option'
  | 'key-unreadable'
  | 'database-newer'
  | 'not-durable'
  | 'missing-secret';

/** An error with a stable `code`, thrown at setup; its message names the bad value and the fix. */
export class ReceiptsServerError extends Error {
  constructor(
    readonly code: ReceiptsServerErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'ReceiptsServerError';
  }
}
