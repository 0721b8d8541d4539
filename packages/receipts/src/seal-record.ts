import { toBase64url } from './base64url.js';
import type { BatchSignature } from './batch.js';
import { canonicalJson } from './canonical-json.js';
import { commitHashes, SALT_BYTES } from './commitment.js';
import type { SigningKey } from './key.js';
import { type Hash, sha256Bytes } from './merkle/sha256-bytes.js';
import { BATCH_RECEIPT_SCHEMA, type ConsentReceipt, RECEIPT_SCHEMA, type Receiving } from './receipt.js';
import type { ConsentRecord } from './record.js';

/** A record with all that makes it evidence. */
export interface SealedRecord {
  readonly receipt: ConsentReceipt;
  /** Hash of the text as it was posted. */
  readonly hash: string;
  /** 16 random bytes, kept with the record and deleted with it. */
  readonly salt: Uint8Array<ArrayBuffer>;
  /** What goes into the log: 32 bytes. @see commit */
  readonly commitment: Uint8Array<ArrayBuffer>;
}

/** How a record is sealed. */
export interface Sealing extends Receiving {
  /** @default random */
  readonly salt?: Uint8Array<ArrayBuffer>;
  /** @default ours, which runs anywhere */
  readonly hash?: Hash;
  /** Signs a statement, given by its SHA-256, together with others. @default a signature of its own, by the key */
  readonly signTogether?: (statementHash: Uint8Array) => Promise<BatchSignature>;
}

/**
 * Signs that `record` was received, as `signReceipt` does, and commits to it for the log. `text` is the record as it
 * was posted; the record must have come out of `parseRecord`.
 */
export async function sealRecord(
  record: ConsentRecord,
  text: string,
  key: SigningKey,
  { receivedAt, issuer, salt = createSalt(), hash = sha256Bytes, signTogether }: Sealing,
): Promise<SealedRecord> {
  const name = (digest: Uint8Array) => `sha256-${toBase64url(digest)}`;
  const textHash = hash(text);
  // A record has no text that JSON spells in two ways, so with its members in order the engine's JSON is the canonical one.
  const canonical = isInOrder(record) ? JSON.stringify(record) : canonicalJson(record);
  const recordHash = name(canonical === text ? textHash : hash(canonical));
  const { keyId, publicKey } = key;
  const schema = signTogether ? BATCH_RECEIPT_SCHEMA : RECEIPT_SCHEMA;
  const unsigned: Omit<ConsentReceipt, 'signature' | 'batch'> = {
    ...{ schema, record, recordHash, receivedAt: receivedAt.toISOString() },
    ...{ issuer, keyId, publicKey },
  };
  // The canonical JSON of all that, with the record's put in: by far the longest, and written already. Hashes, ids of keys
  // and times have no character that JSON escapes.
  const statement =
    `{"issuer":${canonicalJson(issuer)},"keyId":"${keyId}","publicKey":${canonicalJson(publicKey)},` +
    `"receivedAt":"${unsigned.receivedAt}","record":${canonical},"recordHash":"${recordHash}","schema":"${schema}"}`;
  const statementHash = hash(statement);
  const signed = signTogether
    ? await signTogether(statementHash)
    : { signature: toBase64url(await key.sign(new TextEncoder().encode(statement))) };
  return {
    receipt: { ...unsigned, ...signed },
    hash: name(textHash),
    salt,
    commitment: commitHashes(salt, [textHash, statementHash], hash),
  };
}

/** Whether the members of an object, and of those in it, are in the order of RFC 8785. Lists do not occur in records. */
function isInOrder(value: object): boolean {
  let before = '';
  for (const name in value) {
    if (name < before) return false;
    before = name;
    const member: unknown = value[name as keyof typeof value];
    if (typeof member === 'object' && member !== null && !isInOrder(member)) return false;
  }
  return true;
}

// Pure: who imports something else of this package has none of it.
/** Fetched for many entries at once: a system is asked no faster for 16 bytes than for a thousand. */
const random = /* @__PURE__ */ new Uint8Array(64 * SALT_BYTES);
let used = 64 * SALT_BYTES;

/** Bytes nobody can guess, for one entry. */
export function createSalt(): Uint8Array<ArrayBuffer> {
  if (used === random.length) {
    crypto.getRandomValues(random);
    used = 0;
  }
  const salt = random.slice(used, used + SALT_BYTES);
  // Nothing that was given out stays here.
  random.fill(0, used, used + SALT_BYTES);
  used += SALT_BYTES;
  return salt;
}
