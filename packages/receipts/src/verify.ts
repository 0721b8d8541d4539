import { fromBase64url } from './base64url.js';
import { type BatchPlace, batchBytes } from './batch.js';
import { canonicalJson } from './canonical-json.js';
import { isSignedBy, keyThumbprint, type PublicKey, readPublicKey } from './key.js';
import { sha256Bytes } from './merkle/sha256-bytes.js';
import { hashLeaf } from './merkle/tree-hash.js';
import { rootFromInclusion } from './merkle/verify-proof.js';
import { parseReceipt } from './parse-receipt.js';
import { BATCH_RECEIPT_SCHEMA, type ConsentReceipt, RECEIPT_SCHEMA, signedBytes } from './receipt.js';
import { sha256 } from './sha256.js';

/**
 * Why a receipt was not believed.
 *
 * - `malformed`: not a receipt; a member is missing, unknown or of the wrong form
 * - `unsupported`: another version of the format, or a platform without Ed25519
 * - `altered`: its parts contradict each other: the record is not the one its hash names, or the key not the one its id names
 * - `unknown-key`: none of the trusted keys is the one it names
 * - `bad-signature`: the trusted key it names did not sign this
 */
export type VerifyCode = 'malformed' | 'unsupported' | 'altered' | 'unknown-key' | 'bad-signature';

/** What {@link verify} found. */
export type Verification =
  | {
      readonly ok: true;
      readonly receipt: ConsentReceipt;
    }
  | {
      readonly ok: false;
      readonly code: VerifyCode;
      /** One sentence for people. */
      readonly reason: string;
      /**
       * With `unknown-key` only: whether the key inside the receipt signed it. A receipt may be whole
       * and still come from anybody.
       */
      readonly consistent?: boolean;
    };

/**
 * Checks a receipt without asking anybody: that it is whole, and that one of `trustedKeys` signed it.
 * The trusted keys (JWKs) must come from somewhere else than the receipt; entries that are no Ed25519
 * keys are passed over. Never rejects, whatever `receipt` is.
 */
export async function verify(receipt: unknown, trustedKeys: readonly unknown[]): Promise<Verification> {
  const parsed = parseReceipt(receipt);
  if ('problem' in parsed) {
    const { path, expected, got } = parsed.problem;
    return path === 'schema' && /^"consentry-receipt-\d+"$/.test(got)
      ? refuse('unsupported', `This is no ${RECEIPT_SCHEMA} or ${BATCH_RECEIPT_SCHEMA} but ${got}.`)
      : refuse('malformed', `${path || 'The receipt'} should be ${expected}, and is ${got}.`);
  }
  try {
    return await check(parsed.receipt, trustedKeys);
  } catch {
    // Chrome before 137 and Safari before 17 have no Ed25519, pages without https no WebCrypto at all.
    return refuse('unsupported', 'Ed25519 is not available here.');
  }
}

async function check(receipt: ConsentReceipt, trustedKeys: readonly unknown[]): Promise<Verification> {
  const { record, recordHash, keyId, publicKey } = receipt;
  if ((await sha256(canonicalJson(record))) !== recordHash)
    return refuse('altered', 'The record is not the one its hash names.');
  if ((await keyThumbprint(publicKey)) !== keyId)
    return refuse('altered', 'The key is not the one its id names.');

  // parseReceipt has seen to it that the signature decodes.
  const signature = fromBase64url(receipt.signature) as Uint8Array<ArrayBuffer>;
  const bytes = receipt.batch ? bytesOfBatch(receipt, receipt.batch) : signedBytes(receipt);
  if (!bytes) return refuse('altered', 'Its place is none in a batch of that size.');
  const trusted = await findKey(keyId, trustedKeys);
  if (!trusted)
    return {
      ...refuse('unknown-key', 'No trusted key has the id this receipt names.'),
      consistent: await isSignedBy(publicKey, signature, bytes),
    };
  return (await isSignedBy(trusted, signature, bytes))
    ? { ok: true, receipt }
    : refuse('bad-signature', 'The key it names did not sign this receipt.');
}

/** What was signed for all of a batch, as this receipt of it says; nothing where the path cannot be one. */
function bytesOfBatch(receipt: ConsentReceipt, { index, size, path }: BatchPlace) {
  const leafHash = hashLeaf(sha256Bytes(signedBytes(receipt)));
  const hashes = path.map((hash) => fromBase64url(hash) as Uint8Array);
  const root = rootFromInclusion({ index, leafHash, path: hashes }, size);
  return root && batchBytes(root);
}

/** By thumbprint and never by the `kid` a key list claims, which anybody can write. */
async function findKey(keyId: string, trustedKeys: readonly unknown[]): Promise<PublicKey | undefined> {
  // The list may come from the network as well; what is no list holds no key.
  for (const candidate of Array.isArray(trustedKeys) ? trustedKeys : []) {
    const key = readPublicKey(candidate);
    if (key && (await keyThumbprint(key)) === keyId) return key;
  }
  return undefined;
}

function refuse(code: VerifyCode, reason: string) {
  return { ok: false, code, reason } as const;
}
