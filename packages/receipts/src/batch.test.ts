import { describe, expect, it } from 'vitest';
import vectors from '../../../test/vectors/batch-receipt.json' with { type: 'json' };
import { type BatchSignature, signBatch } from './batch.js';
import { importSigningKey, type PrivateKey } from './key.js';
import { parseReceipt } from './parse-receipt.js';
import type { ConsentReceipt } from './receipt.js';
import type { ConsentRecord } from './record.js';
import { sealRecord } from './seal-record.js';
import { verify } from './verify.js';

const { trustedKeys, privateKey } = vectors;
const key = () => importSigningKey(privateKey as PrivateKey);
const [first] = vectors.receipts as unknown as ConsentReceipt[];
const record = (first as ConsentReceipt).record as ConsentRecord;

/** So many receipts of one moment, under one signature. */
async function sealTogether(size: number): Promise<ConsentReceipt[]> {
  const signing = await key();
  const statements: Uint8Array[] = [];
  let answer: (signed: BatchSignature[]) => void = () => {};
  const signed = new Promise<BatchSignature[]>((resolve) => {
    answer = resolve;
  });
  const receipts = Array.from({ length: size }, async (_, i) => {
    const issuer = `https://shop-${i}.example`;
    const receivedAt = new Date('2026-11-21T07:00:01.000Z');
    const signTogether = async (statement: Uint8Array) => {
      const index = statements.push(statement) - 1;
      return (await signed)[index] as BatchSignature;
    };
    return (await sealRecord(record, JSON.stringify(record), signing, { receivedAt, issuer, signTogether }))
      .receipt;
  });
  while (statements.length < size) await Promise.resolve();
  answer(await signBatch(statements, signing));
  return Promise.all(receipts);
}

describe('receipts that share a signature', () => {
  it.each(vectors.receipts)('are read for ever: $issuer', async (receipt) => {
    expect(await verify(receipt, trustedKeys)).toEqual({ ok: true, receipt });
  });

  it('are written as they always were', async () => {
    expect(await sealTogether(vectors.receipts.length)).toEqual(vectors.receipts);
  });

  it.each([1, 2, 3, 4, 5, 7, 8, 31, 32])('are each genuine by themselves, in a batch of %s', async (size) => {
    const receipts = await sealTogether(size);
    expect(new Set(receipts.map(({ signature }) => signature)).size).toBe(1);
    for (const receipt of receipts) {
      expect(receipt.batch?.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      expect((await verify(receipt, trustedKeys)).ok).toBe(true);
    }
  });

  it('say nothing about one another', async () => {
    const [one, other] = await sealTogether(3);
    expect(JSON.stringify(one)).not.toContain(other?.issuer);
  });

  const [good, next] = vectors.receipts as unknown as [ConsentReceipt, ConsentReceipt];
  const batch = good.batch as NonNullable<ConsentReceipt['batch']>;
  const { batch: _, ...alone } = good;
  it.each<[string, object, string]>([
    ['the place of another', { ...good, batch: next.batch }, 'bad-signature'],
    ['another index', { ...good, batch: { ...batch, index: 1 } }, 'bad-signature'],
    ['an index behind the end', { ...good, batch: { ...batch, index: batch.size } }, 'altered'],
    ['a size that the path does not fit', { ...good, batch: { ...batch, size: 1000 } }, 'altered'],
    ['no path', { ...good, batch: { ...batch, path: [] } }, 'altered'],
    [
      'a path that is longer',
      { ...good, batch: { ...batch, path: [...batch.path, batch.path[0]] } },
      'altered',
    ],
    [
      'another hash in the path',
      { ...good, batch: { ...batch, path: ['A'.repeat(43), ...batch.path.slice(1)] } },
      'bad-signature',
    ],
    ['a hash that is none', { ...good, batch: { ...batch, path: ['A'] } }, 'malformed'],
    ['a size that is none', { ...good, batch: { ...batch, size: -1 } }, 'malformed'],
    ['no batch', alone, 'malformed'],
    ['the name of the other format', { ...good, schema: 'consentry-receipt-1' }, 'malformed'],
    [
      'the name of the other format and no batch',
      { ...alone, schema: 'consentry-receipt-1' },
      'bad-signature',
    ],
    ['another time', { ...good, receivedAt: '2026-11-21T07:00:02.000Z' }, 'bad-signature'],
    ['another record', { ...good, record: { ...record, site: 'other' } }, 'altered'],
  ])('are refused with %s', async (_, receipt, code) => {
    expect(await verify(receipt, trustedKeys)).toMatchObject({ ok: false, code });
  });

  it('are read out of anything', () => {
    expect(parseReceipt(structuredClone(good))).toEqual({ receipt: good });
    expect(parseReceipt({ ...good, more: 1 })).toMatchObject({ problem: { path: 'more' } });
  });
});
