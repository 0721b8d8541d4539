import { fromBase64url } from './base64url.js';
import { readPublicKey } from './key.js';
import { checkRecord } from './parse-record.js';
import { BATCH_RECEIPT_SCHEMA, type ConsentReceipt, RECEIPT_SCHEMA } from './receipt.js';
import {
  type Check,
  isoTime,
  list,
  members,
  oneOf,
  type Problem,
  text,
  toPlainData,
  valueThat,
} from './shape.js';

const MOST_IN_BATCH = 2 ** 20;
const count: Check = valueThat(
  (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_IN_BATCH,
  `a whole number up to ${MOST_IN_BATCH}`,
);
const bytes32: Check = valueThat(
  (value) => typeof value === 'string' && fromBase64url(value)?.length === 32,
  '32 bytes in base64url',
);

const common = {
  record: checkRecord,
  recordHash: text(/^sha256-[\w-]{43}$/, '"sha256-" and 43 characters of base64url'),
  receivedAt: isoTime,
  issuer: text(/^[!-~]{1,200}$/, '1 to 200 visible ASCII characters'),
  keyId: text(/^[\w-]{43}$/, '43 characters of base64url'),
  publicKey: members({
    kty: oneOf('OKP'),
    crv: oneOf('Ed25519'),
    x: valueThat(
      (x) => readPublicKey({ kty: 'OKP', crv: 'Ed25519', x }) !== undefined,
      '32 bytes in base64url',
    ),
  }),
  signature: valueThat(
    (value) => typeof value === 'string' && fromBase64url(value)?.length === 64,
    '64 bytes in base64url',
  ),
};
const alone = members({ schema: oneOf(RECEIPT_SCHEMA, BATCH_RECEIPT_SCHEMA), ...common });
const together = members({
  schema: oneOf(BATCH_RECEIPT_SCHEMA),
  ...common,
  batch: members({ index: count, size: count, path: list(bytes32, 20) }),
});

/** Says what is wrong with a receipt that is already plain data. */
export const checkReceipt: Check = (value) =>
  (value as { schema?: unknown } | null)?.schema === BATCH_RECEIPT_SCHEMA ? together(value) : alone(value);

/** Reads a receipt out of anything, as `parseRecord` does. Says nothing about who made it. */
export function parseReceipt(
  value: unknown,
): { readonly receipt: ConsentReceipt } | { readonly problem: Problem } {
  const plain = toPlainData(value);
  if (!plain) return { problem: { path: '', expected: 'JSON data', got: typeof value } };
  const problem = checkReceipt(plain.data);
  return problem ? { problem } : { receipt: plain.data as ConsentReceipt };
}
