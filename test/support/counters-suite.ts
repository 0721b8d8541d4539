import type { ConsentRecord } from '@consentry/receipts';
import {
  type Count,
  commitEntry,
  countKeysIn,
  countsOf,
  type ReceiptStore,
  readKey,
  type StoredRecord,
} from '@consentry/receipts-server';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from './a-record.js';
import { aStoredRecord, type StoreUnderTest } from './receipt-store-suite.js';

const DAY = '2026-11-21';

/** A few values of everything that is counted by, so that keys meet. */
const act = fc.record({
  number: fc.integer({ min: 1, max: 60 }),
  day: fc.constantFrom('2026-11-20', DAY, '2026-12-01'),
  country: fc.constantFrom('', 'JP', 'DE'),
  version: fc.constantFrom(2, 3),
  language: fc.constantFrom('ja', 'en', undefined),
  via: fc.constantFrom('banner', 'preferences'),
  choices: fc.dictionary(
    fc.constantFrom('analytics', 'marketing'),
    fc.constantFrom('grant', 'deny', 'withdraw'),
  ),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const storedAct = ({ number, day, version, language, via, choices }: Act) =>
  aStoredRecord(number, {
    receivedAt: `${day}T07:00:01.000Z`,
    text: JSON.stringify(
      aRecord(number, {
        ...{ via, choices: choices as ConsentRecord['choices'] },
        notice: { version, ...(language ? { language } : {}) },
      }),
    ),
  });

/** Counts by day and key, the simplest way there is. */
function sums(counts: readonly Count[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { day, key, count } of counts) {
    const { country: _, ...rest } = readKey(key);
    const name = JSON.stringify([day, rest]);
    found[name] = (found[name] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(found).filter(([, count]) => count > 0));
}

/** The rules of every store's counters. */
export function describeCounters({ name, open, clean }: StoreUnderTest): void {
  describe(`counters: ${name}`, () => {
    let store: ReceiptStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
      await clean();
    });
    const always = { from: '0000', to: '9999' };
    const differences = async (repair = false) => {
      const found = [];
      for (const day of await store.counters.days())
        found.push(...(await store.counters.recount({ day, repair })));
      return found;
    };
    const countries = async () =>
      (await store.counters.read(always)).map(({ key, count }) => [
        readKey(key).country,
        readKey(key).outcome,
        count,
      ]);

    const addFrom = (country: string | undefined, record: StoredRecord) =>
      store.add(record, [], countKeysIn(record.text, country));

    it('counts nothing before a record is stored, and what was chosen and answered with it', async () => {
      expect(await store.counters.span()).toBeUndefined();
      await addFrom('JP', aStoredRecord(1));
      expect(await store.counters.span()).toEqual({ from: DAY, to: DAY });
      const shared = { site: 'omakase', version: 3, language: 'ja', layout: '', country: 'JP' };
      const counts = await store.counters.read(always);
      expect(counts.map(({ key }) => readKey(key))).toEqual(
        expect.arrayContaining([
          { ...shared, topic: 'analytics', outcome: 'grant' },
          { ...shared, topic: '', outcome: 'answered' },
        ]),
      );
      expect(counts.map(({ count }) => count)).toEqual([1, 1]);
    });

    it('keeps where a visitor was in the counters, and not with the record', async () => {
      await addFrom('XK', aStoredRecord(1));
      expect(JSON.stringify(await store.get(aRecord(1).id))).not.toContain('XK');
      expect(await countries()).toContainEqual(['XK', 'grant', 1]);
    });

    it('counts a record once that comes many times, and one that is refused not at all', async () => {
      await Promise.all(Array.from({ length: 20 }, () => addFrom('JP', aStoredRecord(1))));
      await addFrom('JP', aStoredRecord(1, { text: `${aStoredRecord(1).text} ` }));
      expect((await countries()).map(([, , count]) => count)).toEqual([1, 1]);
      expect(await differences()).toEqual([]);
    });

    it('keeps what was counted when a person is erased, and still fits the records that are left', async () => {
      await Promise.all([1, 2, 3].map((number) => addFrom('JP', aStoredRecord(number))));
      const before = await countries();
      const entry = commitEntry('erasure', {}, Date.UTC(2026, 10, 22));
      expect(await store.people.erase({ ids: [aRecord(2).id], entry })).toBe('erased');
      expect((await countries()).filter(([, , count]) => count !== 0)).toEqual(before);
      expect(await differences()).toEqual([]);
    });

    it('finds a count that is wrong, and writes it anew without its country', async () => {
      await addFrom('JP', aStoredRecord(1));
      const [wrong] = countsOf(aStoredRecord(1), 'DE');
      await store.counters.add([{ ...(wrong as Count), count: 5 }]);
      expect(await differences()).toMatchObject([{ day: DAY, counted: 6, stored: 1 }]);
      expect(await differences()).toHaveLength(1);
      expect(await differences(true)).toHaveLength(1);
      expect(await differences()).toEqual([]);
      expect(await countries()).toEqual(
        expect.arrayContaining([
          ['', 'grant', 1],
          ['JP', 'answered', 1],
        ]),
      );
    });

    it('leaves banners that were shown alone when it counts anew', async () => {
      const key = JSON.stringify(['omakase', 3, 'ja', '', 'JP', '', 'shown']);
      await store.counters.add([{ day: DAY, key, count: 7 }]);
      expect(await differences(true)).toEqual([]);
      expect(await countries()).toEqual([['JP', 'shown', 7]]);
    });

    it('has the same counts as a full count of random records, however they came', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 120 }), async (acts) => {
          await store.close();
          await clean();
          store = await open();
          await Promise.all(acts.map((each) => addFrom(each.country, storedAct(each))));
          const kept = await store.list({ limit: 200 });
          expect(sums(await store.counters.read(always))).toEqual(
            sums(kept.flatMap((each) => countsOf(each))),
          );
          const byCountry = (await countries()).reduce((sum, [, , count]) => sum + Number(count), 0);
          expect(byCountry).toBe(kept.flatMap((each) => countsOf(each)).length);
          expect(await differences()).toEqual([]);
        }),
        { numRuns: 12, seed: 20261122 },
      );
    }, 120_000);
  });
}
