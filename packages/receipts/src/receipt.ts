import { toBase64url } from './base64url.js';
import type { BatchPlace } from './batch.js';
import { canonicalJson } from './canonical-json.js';
import type { PublicKey, SigningKey } from './key.js';
import type { ConsentRecord } from './record.js';
import { sha256 } from './sha256.js';

/** A receipt with a signature of its own. A change of fields or meaning needs a new name. */
export const RECEIPT_SCHEMA = 'consentry-receipt-1';
/** A receipt that shares its signature with others of the same moment; see docs/decisions/0034. */
export const BATCH_RECEIPT_SCHEMA = 'consentry-batch-receipt-1';

/** The server's signed statement that it holds a record, for the visitor to keep. */
export interface ConsentReceipt {
  readonly schema: typeof RECEIPT_SCHEMA | typeof BATCH_RECEIPT_SCHEMA;
  readonly record: ConsentRecord;
  /** Hash of the record's canonical JSON. */
  readonly recordHash: string;
  /** ISO time in UTC with milliseconds, by the server's clock. */
  readonly receivedAt: string;
  /** Who answers for it: the site's origin, e.g. `"https://example.com"`. */
  readonly issuer: string;
  /** RFC 7638 thumbprint of the key that signed. */
  readonly keyId: string;
  /** That key. Its being here proves nothing: whoever forges a receipt brings a key of his own. */
  readonly publicKey: PublicKey;
  /**
   * Ed25519, 64 bytes in base64url: over the canonical JSON of all the other members; with `batch`, over the root that
   * it leads to from the hash of that JSON, which then leaves out `batch` too.
   */
  readonly signature: string;
  /** In a receipt that shares its signature. */
  readonly batch?: BatchPlace;
}

/** What the server adds to a record. */
export interface Receiving {
  readonly receivedAt: Date;
  /** @see ConsentReceipt.issuer */
  readonly issuer: string;
}

/** Signs that `record` was received. The record must have come out of `parseRecord`. */
export async function signReceipt(
  record: ConsentRecord,
  key: SigningKey,
  { receivedAt, issuer }: Receiving,
): Promise<ConsentReceipt> {
  const unsigned: Omit<ConsentReceipt, 'signature' | 'batch'> = {
    schema: RECEIPT_SCHEMA,
    record,
    recordHash: await sha256(canonicalJson(record)),
    receivedAt: receivedAt.toISOString(),
    issuer,
    keyId: key.keyId,
    publicKey: key.publicKey,
  };
  const signature = await key.sign(signedBytes(unsigned));
  return { ...unsigned, signature: toBase64url(signature) };
}

/** What a receipt states, in bytes: everything in it but how it was signed, so also the schema's name. */
export function signedBytes({
  signature: _,
  batch: __,
  ...unsigned
}: Omit<ConsentReceipt, 'signature'> & {
  readonly signature?: string;
}): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson(unsigned));
}
