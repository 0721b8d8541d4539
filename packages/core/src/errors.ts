/**
 * What went wrong, stable across versions.
 *
 * - `invalid-definition`: a purpose, vendor or setting is not as documented; thrown at setup
 * - `duplicate-id`: two purposes or vendors share an id, or two ids share their short cookie key; thrown at setup
 * - `unknown-id`: a purpose or vendor id that the site does not define; reported, the id stays withheld
 * - `storage-refused`: the decision holds on this page, but the browser did not keep the cookie
 */
export type ConsentryErrorCode = 'invalid-definition' | 'duplicate-id' | 'unknown-id' | 'storage-refused';

/** An error with a stable `code`; its message names the bad value and the fix. */
export class ConsentryError extends Error {
  constructor(
    readonly code: ConsentryErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'ConsentryError';
  }
}
