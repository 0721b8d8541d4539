import { toBase64url } from './base64url.js';
import { canonicalJson } from './canonical-json.js';
import type { PublicKey, SigningKey } from './key.js';
import type { ConsentRecord } from './record.js';
import { sha256 } from './sha256.js';

/** The receipt format this package writes and reads. A change of fields or meaning needs a new name. */
export const RECEIPT_SCHEMA = 'consentry-receipt-1';

/** The server's signed statement that it holds a record, for the visitor to keep. */
export interface ConsentReceipt {
  readonly schema: typeof RECEIPT_SCHEMA;
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
  /** Ed25519 over the canonical JSON of all the other members, 64 bytes in base64url. */
  readonly signature: string;
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
  const unsigned: Omit<ConsentReceipt, 'signature'> = {
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

/** The bytes a receipt's signature covers: everything in it but the signature, so also the schema's name. */
export function signedBytes({
  signature: _,
  ...unsigned
}: Omit<ConsentReceipt, 'signature'> & {
  readonly signature?: string;
}): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson(unsigned));
}
