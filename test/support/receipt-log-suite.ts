import {
  appendLeaf,
  type CompactRange,
  createPrivateKey,
  EMPTY_RANGE,
  hashLeaf,
  importSigningKey,
  parseCheckpoint,
  rootOf,
  toBase64,
  verifyCheckpoint,
} from '@consentry/receipts';
import { commitEntry, createIntegrator, type ReceiptStore } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from './a-record.js';
import { aStoredRecord, type StoreUnderTest } from './receipt-store-suite.js';

const NOON = Date.UTC(2026, 10, 21, 12);
const STEP = { limit: 100, owner: 'one', leaseMs: 10_000 };

/** The rules the log of every store keeps. */
export function describeReceiptLog({ name, open, clean }: StoreUnderTest): void {
  describe(`receipt log: ${name}`, () => {
    let store: ReceiptStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
      await clean();
    });
    const addRecords = (from: number, to: number) =>
      Promise.all(
        Array.from({ length: to - from + 1 }, (_, i) =>
          store.add(aStoredRecord(from + i, { commitment: aCommitment(from + i) })),
        ),
      );
    const integrate = async (changes = {}) => (await store.log.append({ ...STEP, ...changes }))?.appended;
    const commitments = async () =>
      (await store.log.rows({ from: 0, limit: 10_000 })).map(({ commitment }) => commitment);

    it('is empty before a record is added, has it waiting after, and in its place once it was integrated', async () => {
      expect(await store.log.state()).toMatchObject({ size: 0, hashes: [] });
      expect(await integrate()).toBe(0);
      await addRecords(1, 1);
      expect(await store.log.waiting()).toBe(1);
      expect(await store.log.positionOf(aRecord(1).id)).toBeUndefined();
      expect(await integrate()).toBe(1);
      expect(await store.log.waiting()).toBe(0);
      expect(await store.log.positionOf(aRecord(1).id)).toBe(0);
      expect(await store.log.rows({ from: 0, limit: 10 })).toMatchObject([
        { position: 0, entry: aRecord(1).id, commitment: aCommitment(1) },
      ]);
    });

    it('gives every record one position, without gaps, whatever the steps', async () => {
      await addRecords(1, 90);
      expect(await integrate({ limit: 40 })).toBe(40);
      await addRecords(91, 120);
      expect(await integrate({ limit: 1000 })).toBe(80);
      const rows = await store.log.rows({ from: 0, limit: 1000 });
      expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 120 }, (_, i) => i));
      expect(new Set(rows.map(({ entry }) => entry)).size).toBe(120);
    });

    it('has nothing of a record that was sent again, or refused', async () => {
      await addRecords(1, 1);
      await addRecords(1, 1);
      await store.add(aStoredRecord(1, { text: '{"another":"text"}' }));
      await integrate();
      expect((await store.log.state()).size).toBe(1);
    });

    it('knows at every size the root of what is in it, and its hashes of every eighth level', async () => {
      for (const [from, to] of [
        [1, 3],
        [4, 300],
        [301, 700],
      ] as const) {
        await addRecords(from, to);
        await integrate({ limit: 1000 });
        const leaves = (await commitments()).map((each) => hashLeaf(each));
        expect(toBase64(rootOf(await store.log.state()))).toBe(toBase64(rootOf(grow(leaves))));
      }
      const all = (await commitments()).map((each) => hashLeaf(each));
      const [first, second, ...rest] = await store.log.hashes({ level: 8, from: 0, to: 9 });
      expect(rest).toEqual([]);
      expect(first).toEqual(rootOf(grow(all.slice(0, 256))));
      expect(second).toEqual(rootOf(grow(all.slice(256, 512))));
      expect(await store.log.hashes({ level: 0, from: 698, to: 702 })).toEqual(
        (await commitments()).slice(698),
      );
    });

    it('takes entries of our own beside the records', async () => {
      const entry = commitEntry('audit', { action: 'read' }, NOON);
      await store.log.add(entry);
      await addRecords(1, 1);
      await integrate();
      expect(await store.log.positionOf(entry.id)).toBe(0);
      expect(await store.log.entries({ limit: 10 })).toEqual([entry]);
      expect(await store.log.entries({ limit: 10, kind: 'erasure' })).toEqual([]);
      expect(await store.log.entries({ limit: 10, after: entry.id })).toEqual([]);
    });

    it('keeps of every hour the last checkpoint, and gives the latest', async () => {
      const at = (time: string) => `2026-11-21T${time}:00.000Z`;
      expect(await store.log.checkpoint()).toBeUndefined();
      for (const [size, time] of [
        [1, '07:10'],
        [2, '07:59'],
        [5, '08:00'],
      ] as const)
        await store.log.saveCheckpoint({ size, note: `note ${size}`, at: at(time) });
      await store.log.saveCheckpoint({ size: 3, note: 'late', at: at('08:30') });
      expect((await store.log.checkpoints()).map(({ size }) => size)).toEqual([2, 5]);
      expect(await store.log.checkpoint()).toEqual({ size: 5, note: 'note 5', at: at('08:00') });
    });

    it('remembers every key that has signed', async () => {
      const key = { keyId: 'a'.repeat(43), x: 'b'.repeat(43), since: '2026-11-21T07:00:00.000Z' };
      await store.log.addKey(key);
      await store.log.addKey({ ...key, since: '2026-11-22T07:00:00.000Z' });
      expect(await store.log.keys()).toEqual([key]);
    });

    it('is integrated and signed by an integrator, and signed anew only when something came', async () => {
      const signingKey = await importSigningKey(await createPrivateKey());
      const options = { log: store.log, signingKey, origin: 'example.com/log', now: () => NOON };
      const integrator = createIntegrator({
        ...options,
        report: (message) => expect.fail(message),
        mostTogether: 7,
      });
      await addRecords(1, 20);
      await integrator.run();
      const first = await store.log.checkpoint();
      // The record of the key itself is the twenty-first.
      expect(first?.size).toBe(21);
      const verified = await verifyCheckpoint(first?.note ?? '', [signingKey.publicKey]);
      expect(verified).toMatchObject({ ok: true, checkpoint: { origin: 'example.com/log', size: 21 } });
      const leaves = (await commitments()).map((each) => hashLeaf(each));
      expect(parseCheckpoint(first?.note ?? '')?.root).toEqual(rootOf(grow(leaves)));
      await integrator.run();
      expect(await store.log.checkpoint()).toEqual(first);
      await addRecords(21, 21);
      await integrator.stop();
      expect((await store.log.checkpoint())?.size).toBe(22);
      expect((await store.log.keys()).map(({ keyId }) => keyId)).toEqual([signingKey.keyId]);
    });

    it('has everything after it was closed and opened again, and goes on where it was', async () => {
      await addRecords(1, 10);
      await integrate({ limit: 6 });
      await store.close();
      store = await open();
      expect(await store.log.waiting()).toBe(4);
      await integrate();
      const leaves = (await commitments()).map((each) => hashLeaf(each));
      expect(leaves).toHaveLength(10);
      expect(rootOf(await store.log.state())).toEqual(rootOf(grow(leaves)));
    });
  });
}

function aCommitment(number: number): Uint8Array {
  const bytes = new Uint8Array(32);
  new DataView(bytes.buffer).setUint32(28, number);
  return bytes;
}

function grow(leaves: readonly Uint8Array[]): CompactRange {
  return leaves.reduce<CompactRange>((range, leaf) => appendLeaf(range, leaf), EMPTY_RANGE);
}
