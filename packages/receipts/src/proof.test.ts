import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import vectors from '../../../test/vectors/proof.json' with { type: 'json' };
import receipts from '../../../test/vectors/receipt.json' with { type: 'json' };
import { fromBase64url, toBase64url } from './base64url.js';
import { canonicalJson } from './canonical-json.js';
import { commit } from './commitment.js';
import { importSigningKey, type PrivateKey } from './key.js';
import { verifyProof } from './proof.js';
import { signReceipt } from './receipt.js';
import type { ConsentRecord } from './record.js';
import { sealRecord } from './seal-record.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const [good] = vectors.cases;
const key = () => importSigningKey(receipts.privateKey as PrivateKey);

describe('a proof', () => {
  it.each(vectors.cases)('that is $name is $expected', async ({ proof, expected }) => {
    const result = await verifyProof(proof, vectors.trustedKeys);
    expect(result.ok ? 'believed' : result.code).toBe(expected);
  });

  it('is believed of nobody without keys', async () => {
    expect(await verifyProof(good?.proof, [])).toMatchObject({ ok: false, code: 'unknown-key' });
    expect(await verifyProof(good?.proof, undefined as never)).toMatchObject({ code: 'unknown-key' });
  });

  it('says where the record is, and of which log', async () => {
    expect(await verifyProof(good?.proof, vectors.trustedKeys)).toMatchObject({
      ok: true,
      origin: 'example.com/consentry-log',
      size: 5,
    });
  });
});

describe('sealRecord', () => {
  const record = JSON.parse(vectors.text) as ConsentRecord;
  const receiving = { receivedAt: new Date('2026-11-21T07:00:01.000Z'), issuer: 'https://example.com' };

  it('signs what signReceipt signs', async () => {
    const { receipt } = await sealRecord(record, vectors.text, await key(), receiving);
    expect(receipt).toEqual(await signReceipt(record, await key(), receiving));
  });

  it('signs the same in whichever order the members of a record came', async () => {
    const sorted = canonicalJson(record);
    const { via, ...others } = record;
    const texts = [
      sorted,
      JSON.stringify({ via, ...others }),
      // All in order but the statuses, and the other way round.
      JSON.stringify({ ...JSON.parse(sorted), statuses: { 'zz-last': 'granted', ...record.statuses } }),
    ];
    for (const text of texts) {
      const posted = JSON.parse(text) as ConsentRecord;
      const { receipt } = await sealRecord(posted, text, await key(), receiving);
      expect(receipt).toEqual(await signReceipt(posted, await key(), receiving));
    }
  });

  it('commits to the posted text and to the receipt, as the standard hash of both', async () => {
    const salt = fromBase64url(vectors.salt) as Uint8Array<ArrayBuffer>;
    const { receipt, commitment } = await sealRecord(record, vectors.text, await key(), {
      ...receiving,
      salt,
    });
    const { signature: _, ...signed } = receipt;
    const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest();
    const parts = [sha256(bytes(vectors.text)), sha256(bytes(canonicalJson(signed)))];
    expect(toBase64url(commitment)).toBe(toBase64url(sha256(Buffer.concat([salt, ...parts]))));
    expect(commitment).toEqual(commit(salt, [bytes(vectors.text), bytes(canonicalJson(signed))]));
  });

  it('is as it was frozen', async () => {
    const [first] = receipts.cases as { receipt: unknown }[];
    const { receivedAt } = (first?.receipt ?? {}) as { receivedAt: string };
    const salt = fromBase64url(vectors.salt) as Uint8Array<ArrayBuffer>;
    const { commitment } = await sealRecord(record, vectors.text, await key(), {
      ...{ receivedAt: new Date(receivedAt), issuer: 'https://example.com', salt },
    });
    expect(toBase64url(commitment)).toBe(vectors.commitment);
  });

  it('never uses a salt twice, so that equal records have nothing in common in the log', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(async () => sealRecord(record, vectors.text, await key(), receiving)),
    );
    expect(toBase64url(one?.salt as Uint8Array)).not.toBe(toBase64url(other?.salt as Uint8Array));
    expect(toBase64url(one?.commitment as Uint8Array)).not.toBe(toBase64url(other?.commitment as Uint8Array));
  });
});
