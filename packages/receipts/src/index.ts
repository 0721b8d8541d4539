export { fromBase64, toBase64 } from './base64.js';
export { fromBase64url, toBase64url } from './base64url.js';
export { type BatchPlace, type BatchSignature, batchBytes, signBatch } from './batch.js';
export { canonicalJson } from './canonical-json.js';
export { commit, commitHashes, SALT_BYTES } from './commitment.js';
export {
  createPrivateKey,
  importSigningKey,
  keyThumbprint,
  type PrivateKey,
  type PublicKey,
  readPublicKey,
  type SigningKey,
} from './key.js';
export {
  type Checkpoint,
  type CheckpointCode,
  type CheckpointVerification,
  logOrigin,
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
} from './merkle/checkpoint.js';
export { appendLeaf, type CompactRange, EMPTY_RANGE, rootOf, type TreeNode } from './merkle/compact-range.js';
export { consistencyRanges, inclusionRanges, type LeafRange, subtreesOf } from './merkle/proof-ranges.js';
export { type Hash, sha256Bytes } from './merkle/sha256-bytes.js';
export { toVerifierKey } from './merkle/signed-note.js';
export { emptyRoot, hashLeaf, hashNode, isSameHash } from './merkle/tree-hash.js';
export { type Inclusion, provesConsistency, provesInclusion, type TreeHead } from './merkle/verify-proof.js';
export { parseReceipt } from './parse-receipt.js';
export { parsePlainRecord, parseRecord } from './parse-record.js';
export {
  type InclusionProof,
  PROOF_SCHEMA,
  type ProofVerification,
  parseProof,
  verifyProof,
} from './proof.js';
export {
  BATCH_RECEIPT_SCHEMA,
  type ConsentReceipt,
  RECEIPT_SCHEMA,
  type Receiving,
  signedBytes,
  signReceipt,
} from './receipt.js';
export {
  type ConsentRecord,
  MAX_ENTRIES,
  MAX_RECORD_BYTES,
  RECORD_SCHEMA,
  type RecordedChoice,
  type RecordedNotice,
  type RecordedStatus,
} from './record.js';
export { createSalt, type SealedRecord, type Sealing, sealRecord } from './seal-record.js';
export { hashShown, sha256 } from './sha256.js';
export type { Problem } from './shape.js';
export { type Verification, type VerifyCode, verify } from './verify.js';
