import { commitEntry, type ReceiptStore } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from './a-record.js';
import { aStoredRecord, type StoreUnderTest } from './receipt-store-suite.js';

const NOON = Date.UTC(2026, 10, 21, 12);
const SINCE = '2026-11-21T12:00:00.000Z';
const { subject } = aRecord(1);

/** The rules every store keeps about people, tokens and what was shown. */
export function describePeople({ name, open, clean }: StoreUnderTest): void {
  describe(`people: ${name}`, () => {
    let store: ReceiptStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
      await clean();
    });
    const erase = (...numbers: number[]) =>
      store.people.erase({
        ids: numbers.map((number) => aRecord(number).id),
        entry: commitEntry('erasure', { erased: [] }, NOON),
      });
    const entriesOf = async () => (await store.log.rows({ from: 0, limit: 100 })).map(({ entry }) => entry);

    it('ties a subject to one account, and an account to many subjects', async () => {
      const other = aRecord(2).subject;
      expect(await store.people.subjectsOf('a')).toEqual([]);
      await store.people.link({ account: 'a', subject, now: NOON });
      await store.people.link({ account: 'a', subject: other, now: NOON + 1 });
      expect(await store.people.subjectsOf('a')).toEqual([subject, other]);
      await store.people.link({ account: 'b', subject, now: NOON + 2 });
      expect(await store.people.accountOf(subject)).toBe('b');
      expect(await store.people.subjectsOf('a')).toEqual([other]);
      expect(await store.people.unlink(subject)).toBe('b');
      expect(await store.people.unlink(subject)).toBeUndefined();
      expect(await store.people.accountOf(subject)).toBeUndefined();
    });

    it('erases records and their trace in the log, and leaves their commitments there', async () => {
      await Promise.all([1, 2, 3].map((number) => store.add(aStoredRecord(number))));
      await store.log.append({ limit: 2, owner: 'one', leaseMs: 1000 });
      const before = await store.log.rows({ from: 0, limit: 10 });
      expect(await erase(1, 3)).toBe('erased');
      expect(await store.get(aRecord(1).id)).toBeUndefined();
      expect(await store.list({ limit: 10 })).toMatchObject([{ id: aRecord(2).id }]);
      await store.log.append({ limit: 10, owner: 'one', leaseMs: 1000 });
      expect((await store.log.rows({ from: 0, limit: 2 })).map(({ commitment }) => commitment)).toEqual(
        before.map(({ commitment }) => commitment),
      );
      const entries = await entriesOf();
      // Two erased, one that stays, and the entry that says so.
      expect(entries.filter((entry) => entry === '')).toHaveLength(2);
      expect(entries).toHaveLength(4);
      expect(entries).not.toContain(aRecord(1).id);
    });

    it('erases all or nothing: not what is held, and not what is gone', async () => {
      for (const number of [1, 2]) await store.add(aStoredRecord(number));
      await store.people.hold({ subject: aRecord(2).subject, reason: 'claim', since: SINCE });
      expect(await erase(1, 2)).toBe('changed');
      expect(await erase(1, 9)).toBe('changed');
      expect(await store.list({ limit: 10 })).toHaveLength(2);
      expect(await store.log.entries({ limit: 10 })).toEqual([]);
      expect(await store.people.legalHolds()).toEqual([
        { subject: aRecord(2).subject, reason: 'claim', since: SINCE },
      ]);
      expect(await store.people.release(aRecord(2).subject)).toBe(true);
      expect(await store.people.release(aRecord(2).subject)).toBe(false);
      expect(await erase(1, 2)).toBe('erased');
    });

    it('does not lose its count when the last record is erased and another comes', async () => {
      for (const number of [1, 2]) await store.add(aStoredRecord(number));
      await erase(2);
      await store.add(aStoredRecord(3));
      expect((await store.list({ limit: 10 })).map(({ id }) => id)).toEqual([aRecord(3).id, aRecord(1).id]);
      expect(await store.add(aStoredRecord(3))).toMatchObject({ outcome: 'duplicate' });
    });

    it('finds what has expired by regime, the oldest first, and not what is held', async () => {
      const at = (day: number) => `2026-11-${day}T00:00:00.000Z`;
      const regimes = ['opt-in', 'notice', 'opt-in', 'opt-in'] as const;
      for (const [i, regime] of regimes.entries()) {
        const text = JSON.stringify(aRecord(i + 1, { regime }));
        await store.add(aStoredRecord(i + 1, { text, receivedAt: at(20 - i) }));
      }
      await store.people.hold({ subject: aRecord(3).subject, reason: 'claim', since: SINCE });
      const expired = async (regime: string, before: string) =>
        (await store.people.expired({ regime, before, limit: 10 })).map(({ id }) => id);
      expect(await expired('opt-in', at(21))).toEqual([aRecord(4).id, aRecord(1).id]);
      expect(await expired('opt-in', at(20))).toEqual([aRecord(4).id]);
      expect(await expired('notice', at(21))).toEqual([aRecord(2).id]);
      const [first] = await store.people.recordsOf({ subject: aRecord(4).subject, limit: 10 });
      expect(first).toEqual({
        id: aRecord(4).id,
        subject: aRecord(4).subject,
        commitment: aStoredRecord(4).commitment,
      });
    });

    it('keeps tokens by their hash, and an end that was set first', async () => {
      const token = {
        ...{ id: 'tok_1', role: 'reader' as const, hash: 'sha256-a', label: 'Anna' },
        ...{ createdAt: SINCE, expiresAt: '2027-01-01T00:00:00.000Z', revokedAt: '' },
      };
      await store.tokens.add(token);
      expect(await store.tokens.find('sha256-a')).toEqual(token);
      expect(await store.tokens.find('sha256-b')).toBeUndefined();
      expect(await store.tokens.revoke({ id: 'tok_1', at: '2026-12-01' })).toBe(true);
      await store.tokens.revoke({ id: 'tok_1', at: '2026-12-24' });
      expect((await store.tokens.list())[0]?.revokedAt).toBe('2026-12-01');
      await store.tokens.revoke({ id: 'tok_1', at: '2026-11-30' });
      expect((await store.tokens.find('sha256-a'))?.revokedAt).toBe('2026-11-30');
      expect(await store.tokens.revoke({ id: 'tok_2', at: '2026-12-01' })).toBe(false);
    });

    it('keeps what was shown under its hash, which never means anything else', async () => {
      expect(await store.getShown('sha256-a')).toBeUndefined();
      await store.putShown({ hash: 'sha256-a', text: '{"a":"同意"}' });
      await store.putShown({ hash: 'sha256-a', text: 'another' });
      expect(await store.getShown('sha256-a')).toBe('{"a":"同意"}');
    });
  });
}
