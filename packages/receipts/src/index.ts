export { canonicalJson } from './canonical-json.js';
export {
  createPrivateKey,
  importSigningKey,
  keyThumbprint,
  type PrivateKey,
  type PublicKey,
  readPublicKey,
  type SigningKey,
} from './key.js';
export { parseReceipt } from './parse-receipt.js';
export { parseRecord } from './parse-record.js';
export {
  type ConsentReceipt,
  RECEIPT_SCHEMA,
  type Receiving,
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
export { hashShown, sha256 } from './sha256.js';
export type { Problem } from './shape.js';
export { type Verification, type VerifyCode, verify } from './verify.js';
