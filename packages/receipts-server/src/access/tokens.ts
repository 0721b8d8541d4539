/**
 * What the holder of a token may do.
 *
 * - `writer`: post records, as everybody may, without the limit on an address
 * - `reader`: look at records and answer what persons ask to see
 * - `admin`: also change and delete: links, erasures, holds
 */
export type Role = 'writer' | 'reader' | 'admin';

/** A token, without itself: only its hash is kept. */
export interface StoredToken {
  /** Public name, e.g. `"tok_3fGh"`; stands in the audit. */
  readonly id: string;
  readonly role: Role;
  /** SHA-256 of the token, as `sha256` of the receipts package writes it. */
  readonly hash: string;
  /** Whose it is, in the owner's words. */
  readonly label: string;
  /** ISO times. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Empty while it is valid. */
  readonly revokedAt: string;
}

/** The tokens of a store. */
export interface Tokens {
  readonly add: (token: StoredToken) => Promise<void>;
  readonly find: (hash: string) => Promise<StoredToken | undefined>;
  /** From `at` on it is refused. Resolves with whether there is such a token; an earlier end stays. */
  readonly revoke: (what: { readonly id: string; readonly at: string }) => Promise<boolean>;
  /** By time of creation. */
  readonly list: () => Promise<StoredToken[]>;
}
