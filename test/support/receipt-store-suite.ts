import type { ReceiptStore, StoredRecord } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from './a-record.js';

/** What the suite needs to know of a store. */
export interface StoreUnderTest {
  readonly name: string;
  /** Opens the store; the second time in a test with what the first left behind. */
  readonly open: () => Promise<ReceiptStore>;
  /** Removes what a test left behind. */
  readonly clean: () => Promise<void>;
}

/** A stored record with `changes`; the number makes id and subject differ. */
export function aStoredRecord(number: number, changes: Partial<StoredRecord> = {}): StoredRecord {
  const record = aRecord(number);
  return {
    id: record.id,
    subject: record.subject,
    receivedAt: '2026-11-21T07:00:01.000Z',
    text: JSON.stringify(record),
    hash: `sha256-${'A'.repeat(43)}`,
    receipt: `{"receipt":${number}}`,
    salt: new Uint8Array(16).fill(number % 256),
    commitment: new Uint8Array(32).fill(number % 256),
    ...changes,
  };
}

/** The rules every receipt store keeps. */
export function describeReceiptStore({ name, open, clean }: StoreUnderTest): void {
  describe(`receipt store: ${name}`, () => {
    let store: ReceiptStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
      await clean();
    });
    const ids = async (query: Parameters<ReceiptStore['list']>[0]) =>
      (await store.list(query)).map(({ id }) => id);
    const idsOf = (...numbers: number[]) => numbers.map((number) => aRecord(number).id);

    it('has nothing before a record is added and the whole record after', async () => {
      const record = aStoredRecord(1);
      expect(await store.get(record.id)).toBeUndefined();
      expect(await store.list({ limit: 10 })).toEqual([]);
      expect(await store.add(record)).toEqual({ outcome: 'added' });
      expect(await store.get(record.id)).toEqual(record);
      expect(await store.list({ limit: 10 })).toEqual([record]);
    });

    it('gives texts back byte for byte', async () => {
      const record = aStoredRecord(1, { text: ' {"a":"é€😀同意\\u0000",\n"b": "\'"}', receipt: '{"ü":1}\n' });
      await store.add(record);
      expect(await store.get(record.id)).toEqual(record);
    });

    it('answers the same text again with the first receipt', async () => {
      await store.add(aStoredRecord(1));
      const again = aStoredRecord(1, {
        receipt: '{"receipt":"later"}',
        receivedAt: '2026-11-22T07:00:00.000Z',
      });
      expect(await store.add(again)).toEqual({ outcome: 'duplicate', receipt: '{"receipt":1}' });
      expect(await store.list({ limit: 10 })).toEqual([aStoredRecord(1)]);
    });

    it('refuses another text under an id that is taken, and changes nothing', async () => {
      await store.add(aStoredRecord(1));
      const other = aStoredRecord(1, { text: `${aStoredRecord(1).text} ` });
      expect(await store.add(other)).toEqual({ outcome: 'conflict' });
      expect(await store.list({ limit: 10 })).toEqual([aStoredRecord(1)]);
    });

    it('adds one and answers the others when the same record comes many times at once', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, () => store.add(aStoredRecord(1))));
      expect(results.filter(({ outcome }) => outcome === 'added')).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(19);
      expect(await store.list({ limit: 10 })).toHaveLength(1);
    });

    it('keeps all of many records that come at once', async () => {
      const numbers = Array.from({ length: 1000 }, (_, i) => i + 1);
      await Promise.all(numbers.map((number) => store.add(aStoredRecord(number))));
      expect(new Set(await ids({ limit: 2000 })).size).toBe(1000);
    });

    it('lists the latest first, up to the limit, and goes on before a record', async () => {
      // The order of storing, not of the ids, which carry a visitor's clock.
      for (const number of [3, 1, 2]) await store.add(aStoredRecord(number));
      expect(await ids({ limit: 10 })).toEqual(idsOf(2, 1, 3));
      expect(await ids({ limit: 2 })).toEqual(idsOf(2, 1));
      expect(await ids({ limit: 2, before: aRecord(1).id })).toEqual(idsOf(3));
      expect(await ids({ limit: 2, before: aRecord(9).id })).toEqual([]);
    });

    it('lists one subject without the others', async () => {
      const { subject } = aRecord(1);
      for (const number of [1, 2, 3]) await store.add(aStoredRecord(number, number === 2 ? {} : { subject }));
      expect(await ids({ limit: 10, subject })).toEqual(idsOf(3, 1));
      expect(await ids({ limit: 10, subject, before: aRecord(3).id })).toEqual(idsOf(1));
      expect(await ids({ limit: 10, subject: 'nobody' })).toEqual([]);
    });

    it('takes texts for texts and never for SQL', async () => {
      const subject = "' OR 1=1 --";
      await store.add(aStoredRecord(1));
      expect(await ids({ limit: 10, subject })).toEqual([]);
      expect(await store.get(subject)).toBeUndefined();
    });

    it('has everything after it was closed and opened again', async () => {
      await store.add(aStoredRecord(1));
      await store.close();
      store = await open();
      expect(await store.get(aRecord(1).id)).toEqual(aStoredRecord(1));
      expect(await store.add(aStoredRecord(1))).toMatchObject({ outcome: 'duplicate' });
    });

    it('finishes what was added when it is closed, and takes nothing more', async () => {
      const added = [1, 2, 3].map((number) => store.add(aStoredRecord(number)));
      await store.close();
      expect(await Promise.all(added)).toHaveLength(3);
      await expect(store.add(aStoredRecord(4))).rejects.toThrow();
      await store.close();
      store = await open();
      expect(await ids({ limit: 10 })).toHaveLength(3);
    });
  });
}
