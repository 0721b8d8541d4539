import type { Act, Contact, DeliveryQueue, ReceiptStore } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from './a-record.js';
import { aStoredRecord } from './receipt-store-suite.js';

/** What the suite needs to know of a store that keeps deliveries. */
export interface QueueUnderTest {
  readonly name: string;
  /** Opens the store; the second time in a test with what the first left behind. */
  readonly open: () => Promise<ReceiptStore & { readonly deliveries: DeliveryQueue }>;
  readonly clean: () => Promise<void>;
}

const NOON = Date.UTC(2026, 10, 21, 12);
const ANNA: Contact = { kind: 'email', value: 'anna@example.com' };
const PURPOSES = ['newsletter'];

/** A record of `subject` that says `choice` of the newsletter at `at`, and what services have to hear of it. */
function aDecision(
  number: number,
  choice: 'grant' | 'deny' | 'withdraw',
  at: string,
  subject = aRecord(1).subject,
) {
  const status = { grant: 'granted', deny: 'denied', withdraw: 'withdrawn' } as const;
  const record = aRecord(number, {
    subject,
    choices: { newsletter: choice },
    statuses: { newsletter: status[choice] },
    givenAt: at,
  });
  const stored = aStoredRecord(number, { subject, text: JSON.stringify(record), receivedAt: at });
  const act = { purpose: 'newsletter', status: status[choice], at, record: record.id };
  const acts: Act[] = ['brevo', 'crm'].map((connector) => ({ ...act, connector }));
  return { stored, acts };
}

/** The rules every queue of deliveries keeps. */
export function describeDeliveryQueue({ name, open, clean }: QueueUnderTest): void {
  describe(`delivery queue: ${name}`, () => {
    let store: Awaited<ReturnType<QueueUnderTest['open']>>;
    let leases: number;
    beforeEach(async () => {
      store = await open();
      leases = 0;
    });
    afterEach(async () => {
      await store.close();
      await clean();
    });
    const { subject } = aRecord(1);
    const link = (changes: object = {}) =>
      store.deliveries.link({
        ...{ subject, connector: 'brevo', contact: ANNA, purposes: PURPOSES, now: NOON },
        ...changes,
      });
    const decide = (...values: Parameters<typeof aDecision>) => {
      const { stored, acts } = aDecision(...values);
      return store.add(stored, acts);
    };
    const take = (now = NOON, changes: object = {}) =>
      store.deliveries.lease({
        ...{ connector: 'brevo', now, leaseMs: 60_000, limit: 10, lease: `lease ${++leases}` },
        ...changes,
      });
    const settle = (delivery: { id: number; version: number }, changes: object = {}, now = NOON) =>
      store.deliveries.settle({
        ...{ id: delivery.id, version: delivery.version, lease: `lease ${leases}`, now },
        ...{ state: 'delivered' as const, reason: '' },
        ...changes,
      });
    const listed = async () => (await store.deliveries.list({ limit: 100 }))[0];
    const deliver = async (now = NOON) => {
      const [delivery] = await take(now, { limit: 1 });
      if (!delivery) throw new Error('Nothing was due.');
      await settle(delivery, {}, now);
      return delivery;
    };

    it('has nothing to deliver for a browser that is linked to nobody', async () => {
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      expect(await take()).toEqual([]);
      expect(await store.deliveries.list({ limit: 10 })).toEqual([]);
    });

    it('delivers at the link what was said before it, and afterwards what is said', async () => {
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      expect(await link()).toBe('linked');
      expect(await deliver()).toMatchObject({
        connector: 'brevo',
        contact: ANNA,
        erase: false,
        standings: {
          newsletter: { status: 'granted', at: '2026-11-21T10:00:00.000Z', record: aRecord(1).id },
        },
      });
      expect(await take()).toEqual([]);
      await decide(2, 'withdraw', '2026-11-21T11:00:00.000Z');
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'withdrawn' } } });
    });

    it('stores no delivery of a record that is not stored, and none twice', async () => {
      await link();
      await deliver();
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      const { version } = await deliver();
      expect(await decide(1, 'grant', '2026-11-21T10:00:00.000Z')).toMatchObject({ outcome: 'duplicate' });
      expect(await decide(1, 'deny', '2026-11-21T10:30:00.000Z')).toEqual({ outcome: 'conflict' });
      expect(await take()).toEqual([]);
      expect(await listed()).toMatchObject({ version, standings: { newsletter: { status: 'granted' } } });
    });

    it('replaces what has not gone out by what is said later', async () => {
      await link();
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      await decide(2, 'withdraw', '2026-11-21T11:00:00.000Z');
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'withdrawn' } } });
      expect(await take()).toEqual([]);
    });

    it('gives one person to one worker, and what is said meanwhile only afterwards', async () => {
      await link();
      const [first] = await take();
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      expect(await take(NOON, { lease: 'somebody else' })).toEqual([]);
      await settle(first as NonNullable<typeof first>, { lease: 'lease 1' });
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'granted' } } });
      expect(await take()).toEqual([]);
    });

    it('gives to another worker what a worker has held too long, and does not listen to the first any more', async () => {
      await link();
      const [first] = await take();
      expect(await take(NOON + 59_999, { lease: 'second' })).toEqual([]);
      const [again] = await take(NOON + 60_000, { lease: 'second' });
      expect(again).toEqual(first);
      await settle(again as NonNullable<typeof again>, { lease: 'lease 1', state: 'parked', reason: 'late' });
      expect(await listed()).toMatchObject({ state: 'pending', reason: '' });
      await settle(again as NonNullable<typeof again>, { lease: 'second' });
      expect(await listed()).toMatchObject({ state: 'delivered' });
    });

    it('waits with what failed until it is due, and remembers since when it has been failing', async () => {
      await link();
      for (const failure of [1, 2]) {
        const now = NOON + failure * 1000;
        const [delivery] = await take(now);
        expect(delivery).toMatchObject({ attempts: failure - 1 });
        await settle(
          delivery as NonNullable<typeof delivery>,
          { state: 'pending', due: now + 1000, failed: true, reason: 'It is down.' },
          now,
        );
        expect(await take(now + 999)).toEqual([]);
      }
      expect(await listed()).toMatchObject({
        state: 'pending',
        attempts: 2,
        failingSince: NOON + 1000,
        reason: 'It is down.',
      });
      await deliver(NOON + 3000);
      expect(await listed()).toMatchObject({ state: 'delivered', attempts: 0, failingSince: 0, reason: '' });
    });

    it('keeps what is parked or dead until somebody starts it again, or the person says something', async () => {
      await link();
      for (const state of ['parked', 'dead'] as const) {
        const [delivery] = await take();
        await settle(delivery as NonNullable<typeof delivery>, { state, reason: 'No.' });
        expect(await take(NOON + 1e12)).toEqual([]);
        expect(await store.deliveries.list({ limit: 10, state })).toHaveLength(1);
        expect(await store.deliveries.retry({ connector: 'crm', now: NOON })).toBe(0);
        expect(await store.deliveries.retry({ now: NOON })).toBe(1);
      }
      const [delivery] = await take();
      await settle(delivery as NonNullable<typeof delivery>, { state: 'parked', reason: 'No.' });
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'granted' } } });
    });

    it('gives nothing of a connector that is held, and everything once it is let go', async () => {
      await link();
      await link({ connector: 'crm' });
      const hold = {
        connector: 'brevo',
        kind: 'key' as const,
        since: NOON,
        until: NOON + 1000,
        reason: 'Key.',
      };
      await store.deliveries.hold(hold);
      expect(await store.deliveries.holds()).toEqual([hold]);
      expect(await take(NOON)).toEqual([]);
      expect(await take(NOON, { connector: 'crm' })).toHaveLength(1);
      expect(await take(NOON + 1000)).toHaveLength(1);
      await store.deliveries.hold({ ...hold, since: 0, until: 0 });
      expect(await store.deliveries.holds()).toEqual([]);
    });

    it('takes a refusal whatever its clock says, and an old grant from another browser not at all', async () => {
      const other = aRecord(9).subject;
      await link();
      await link({ subject: other });
      await decide(1, 'withdraw', '2026-11-21T11:00:00.000Z');
      // Given on another device before that, and sent only now.
      await decide(2, 'grant', '2026-11-21T10:00:00.000Z', other);
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'withdrawn' } } });
      await decide(3, 'grant', '2026-11-21T11:30:00.000Z', other);
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'granted' } } });
      await decide(4, 'withdraw', '2026-11-20T00:00:00.000Z');
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'withdrawn' } } });
    });

    it('takes a switch that was left on in the preferences for no new grant, after a refusal on another device', async () => {
      const other = aRecord(9).subject;
      await link();
      await link({ subject: other });
      await decide(1, 'grant', '2026-11-21T09:00:00.000Z');
      await decide(2, 'withdraw', '2026-11-21T10:00:00.000Z', other);
      const { stored, acts } = aDecision(3, 'grant', '2026-11-21T11:00:00.000Z');
      const repeated = acts.map((act) => ({ ...act, repeats: aRecord(1).id }));
      await store.add(stored, repeated);
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'withdrawn' } } });
    });

    it('lets a new link not undo what was said later elsewhere', async () => {
      const other = aRecord(9).subject;
      await decide(1, 'grant', '2026-11-21T08:00:00.000Z', other);
      await link();
      await decide(2, 'withdraw', '2026-11-21T09:00:00.000Z');
      await link({ subject: other });
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'withdrawn' } } });
    });

    it('tells nothing more of a browser that is unlinked, and forgets a person nobody is linked to', async () => {
      await link();
      await deliver();
      expect(await store.deliveries.contactsOf(subject)).toEqual([{ connector: 'brevo', contact: ANNA }]);
      await store.deliveries.unlink(subject);
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      expect(await take()).toEqual([]);
      expect(await store.deliveries.list({ limit: 10 })).toEqual([]);
      expect(await store.deliveries.find({ connector: 'brevo', contact: ANNA })).toBeUndefined();
    });

    it('still delivers a withdrawal that was waiting when its browser was unlinked, and forgets then', async () => {
      await link();
      await decide(1, 'withdraw', '2026-11-21T10:00:00.000Z');
      await store.deliveries.unlink(subject);
      expect(await deliver()).toMatchObject({ standings: { newsletter: { status: 'withdrawn' } } });
      expect(await store.deliveries.list({ limit: 10 })).toEqual([]);
    });

    it('forgets the person a browser was linked to before', async () => {
      await link();
      await deliver();
      const ben: Contact = { kind: 'email', value: 'ben@example.com' };
      await link({ contact: ben });
      expect(await store.deliveries.list({ limit: 10 })).toHaveLength(1);
      expect(await deliver()).toMatchObject({ contact: ben });
    });

    it('delivers an erasure, links nobody to the person before that, and keeps no trace after', async () => {
      await link();
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      await store.deliveries.erase({ connector: 'brevo', contact: ANNA, now: NOON });
      expect(await link()).toBe('being-erased');
      await decide(2, 'grant', '2026-11-21T11:00:00.000Z');
      expect(await deliver()).toMatchObject({ erase: true, standings: {} });
      expect(await store.deliveries.list({ limit: 10 })).toEqual([]);
      expect(await link()).toBe('linked');
    });

    it('finds a person with all who are linked, the latest first', async () => {
      const other = aRecord(9).subject;
      await link();
      await link({ subject: other, now: NOON + 1 });
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      expect(await store.deliveries.find({ connector: 'brevo', contact: ANNA })).toMatchObject({
        subjects: [other, subject],
        standings: { newsletter: { status: 'granted' } },
      });
      expect(await store.deliveries.find({ connector: 'crm', contact: ANNA })).toBeUndefined();
    });

    it('keeps what a connector wants to remember of a person', async () => {
      await link();
      const [delivery] = await take();
      await settle(delivery as NonNullable<typeof delivery>, { memory: { asked: [7] } });
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      expect(await deliver()).toMatchObject({ memory: { asked: [7] } });
    });

    it('has everything after it was closed and opened again', async () => {
      await link();
      await decide(1, 'grant', '2026-11-21T10:00:00.000Z');
      await take();
      await store.close();
      store = await open();
      expect(await take(NOON + 59_999)).toEqual([]);
      expect(await deliver(NOON + 60_000)).toMatchObject({
        standings: { newsletter: { status: 'granted' } },
      });
    });

    it('lists by id, by connector and by state, up to the limit, and counts', async () => {
      for (const number of [1, 2, 3])
        await link({
          subject: aRecord(number).subject,
          contact: { kind: 'email', value: `${number}@example.com` },
          connector: number === 2 ? 'crm' : 'brevo',
        });
      const ids = async (query: object) =>
        (await store.deliveries.list({ limit: 10, ...query })).map(({ id }) => id);
      const [one, two, three] = await ids({});
      expect(await ids({ limit: 2 })).toEqual([one, two]);
      expect(await ids({ after: one })).toEqual([two, three]);
      expect(await ids({ connector: 'crm' })).toEqual([two]);
      await deliver();
      expect(await ids({ state: 'pending' })).toEqual([two, three]);
      expect(await ids({ state: 'delivered' })).toEqual([one]);
      expect(await store.deliveries.count({})).toEqual({ delivered: 1, pending: 2, parked: 0, dead: 0 });
      expect(await store.deliveries.count({ connector: 'crm' })).toMatchObject({ delivered: 0, pending: 1 });
    });
  });
}
