import { fromBase64url } from './base64url.js';
import { commitHashes } from './commitment.js';
import { parseCheckpoint, verifyCheckpoint } from './merkle/checkpoint.js';
import { sha256Bytes } from './merkle/sha256-bytes.js';
import { hashLeaf } from './merkle/tree-hash.js';
import { provesInclusion } from './merkle/verify-proof.js';
import { checkReceipt } from './parse-receipt.js';
import { type ConsentReceipt, signedBytes } from './receipt.js';
import { list, members, oneOf, type Problem, text, toPlainData, valueThat } from './shape.js';
import { type VerifyCode, verify } from './verify.js';

/** The format of proofs that this package writes and reads. A change of fields or meaning needs a new name. */
export const PROOF_SCHEMA = 'consentry-proof-1';

/** A receipt completed: where in the log its record is, and how that leads to a signed checkpoint. */
export interface InclusionProof {
  readonly schema: typeof PROOF_SCHEMA;
  readonly receipt: ConsentReceipt;
  /** Hash of the record as it was posted, `sha256-…`. */
  readonly textHash: string;
  /** 16 bytes in base64url. */
  readonly salt: string;
  /** Position in the log, from 0. */
  readonly index: number;
  /** Hashes from the leaf's neighbour to below the root, 32 bytes in base64url each. */
  readonly path: readonly string[];
  /** Text of the checkpoint that the path leads to. */
  readonly checkpoint: string;
}

/** What {@link verifyProof} found; its codes are those of a receipt. */
export type ProofVerification =
  | { readonly ok: true; readonly proof: InclusionProof; readonly origin: string; readonly size: number }
  | { readonly ok: false; readonly code: VerifyCode; readonly reason: string };

const bytesOf = (length: number) =>
  valueThat(
    (value) => typeof value === 'string' && fromBase64url(value)?.length === length,
    `${length} bytes in base64url`,
  );

const checkProof = members({
  schema: oneOf(PROOF_SCHEMA),
  receipt: checkReceipt,
  textHash: text(/^sha256-[\w-]{43}$/, '"sha256-" and 43 characters of base64url'),
  salt: bytesOf(16),
  index: valueThat((value) => Number.isSafeInteger(value) && (value as number) >= 0, 'a whole number from 0'),
  path: list(bytesOf(32), 64),
  checkpoint: valueThat(
    (value) => typeof value === 'string' && parseCheckpoint(value) !== undefined,
    'the text of a checkpoint',
  ),
});

/** Reads a proof out of anything. Says nothing about who made it. */
export function parseProof(
  value: unknown,
): { readonly proof: InclusionProof } | { readonly problem: Problem } {
  const plain = toPlainData(value);
  if (!plain) return { problem: { path: '', expected: 'JSON data', got: typeof value } };
  const problem = checkProof(plain.data);
  return problem ? { problem } : { proof: plain.data as InclusionProof };
}

/**
 * Checks a proof without asking anybody: that the receipt is genuine, and that its record is in the log whose
 * checkpoint a trusted key has signed. Never rejects, whatever `value` is.
 */
export async function verifyProof(
  value: unknown,
  trustedKeys: readonly unknown[],
): Promise<ProofVerification> {
  const parsed = parseProof(value);
  if ('problem' in parsed) {
    const { path, expected, got } = parsed.problem;
    return path === 'schema' && /^"consentry-proof-\d+"$/.test(got)
      ? refuse('unsupported', `This is not a ${PROOF_SCHEMA} but ${got}.`)
      : refuse('malformed', `${path || 'The proof'} should be ${expected}, and is ${got}.`);
  }
  const { proof } = parsed;
  const receipt = await verify(proof.receipt, trustedKeys);
  if (!receipt.ok) return refuse(receipt.code, receipt.reason);
  const noted = await verifyCheckpoint(proof.checkpoint, Array.isArray(trustedKeys) ? trustedKeys : []);
  if (!noted.ok) return refuse(noted.code, noted.reason);
  const { origin, size, root } = noted.checkpoint;
  const decode = (encoded: string) => fromBase64url(encoded) as Uint8Array<ArrayBuffer>;
  const commitment = commitHashes(decode(proof.salt), [
    decode(proof.textHash.slice('sha256-'.length)),
    sha256Bytes(signedBytes(proof.receipt)),
  ]);
  const inclusion = { index: proof.index, leafHash: hashLeaf(commitment), path: proof.path.map(decode) };
  return provesInclusion(inclusion, { size, root })
    ? { ok: true, proof, origin, size }
    : refuse('altered', `The record is not what stands at ${proof.index} in the log that was signed.`);
}

function refuse(code: VerifyCode, reason: string) {
  return { ok: false, code, reason } as const;
}
