import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../../test/support/a-record.js';
import { type FakeBrevo, startFakeBrevo } from '../../../../test/support/fake-brevo.js';
import { aStoredRecord } from '../../../../test/support/receipt-store-suite.js';
import type { Connector } from '../connectors/connector.js';
import { createConnectors } from '../connectors/create-connectors.js';
import { openSqliteStore } from '../stores/sqlite.js';
import { actsOf } from './act.js';
import { createDeliverer, type DelivererOptions } from './deliverer.js';
import type { DeliveryState } from './delivery-queue.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 21, 7);
const PURPOSES = { news: { as: 'newsletter', list: 7 } } as const;
let store: Awaited<ReturnType<typeof openSqliteStore>>;
let api: FakeBrevo;
let connectors: Connector[];
let now: number;
let reports: string[];
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  api = await startFakeBrevo();
  now = START;
  reports = [];
  connectors = connect(api.key);
});
afterEach(async () => {
  await api.close();
  await store.close();
});

const connect = (key: string) =>
  createConnectors(
    { brevo: { keyFrom: 'KEY', url: api.url, purposes: PURPOSES } },
    { KEY: key },
    { now: () => now, timeoutMs: 200 },
  );
const worker = (changes: Partial<DelivererOptions> = {}) =>
  createDeliverer({
    queue: store.deliveries,
    connectors,
    report: (message) => reports.push(message),
    now: () => now,
    random: () => 0.5,
    ...changes,
  });
const emailOf = (number: number) => `p${number}@example.com`;
const link = (number: number) =>
  store.deliveries.link({
    subject: aRecord(number).subject,
    connector: 'brevo',
    contact: { kind: 'email', value: emailOf(number) },
    purposes: ['news'],
    now,
  });
let records = 1000;
const decide = (number: number, choice: 'grant' | 'withdraw') => {
  const record = aRecord(records++, {
    subject: aRecord(number).subject,
    choices: { news: choice },
    statuses: { news: choice === 'grant' ? 'granted' : 'withdrawn' },
    givenAt: new Date(now).toISOString(),
  });
  const { id, subject } = record;
  const receivedAt = record.givenAt;
  const stored = aStoredRecord(number, { id, subject, receivedAt, text: JSON.stringify(record) });
  return store.add(stored, actsOf(record, receivedAt, { brevo: ['news'] }));
};
const people = Array.from({ length: 20 }, (_, i) => i + 1);
const linkAll = async () => {
  for (const number of people) await link(number);
};
const inState = (state: DeliveryState) => store.deliveries.list({ state, limit: 200 });
/** Works every second until `until`, as the running server would. */
const workUntil = async (deliverer: ReturnType<typeof worker>, until: number) => {
  for (; now < until; now += 1000) await deliverer.deliverDue();
};

describe('the deliverer', () => {
  it('tells nobody anything before a grant, and everybody once after it', async () => {
    await linkAll();
    const deliverer = worker();
    await deliverer.deliverDue();
    expect(api.requests).toEqual([]);
    for (const number of people) await decide(number, 'grant');
    expect(await deliverer.deliverDue()).toBe(people.length);
    expect(await deliverer.deliverDue()).toBe(0);
    expect(api.joined.sort()).toEqual(people.map((number) => `${emailOf(number)} 7`).sort());
    await decide(1, 'withdraw');
    await deliverer.deliverDue();
    expect(api.contacts.get(emailOf(1))?.listIds).toEqual([]);
  });

  it('loses nothing in an outage of an hour, keeps to the last word of each person, and does not storm the service', async () => {
    await linkAll();
    for (const number of people) await decide(number, 'grant');
    api.trouble = 'reset';
    const deliverer = worker();
    await workUntil(deliverer, START + 20 * MINUTE);
    // Half of them change their minds while nobody can be told, some of those twice.
    for (const number of people.filter((each) => each % 2)) await decide(number, 'withdraw');
    now += 1000;
    for (const number of people.filter((each) => each % 4 === 1)) await decide(number, 'grant');
    await workUntil(deliverer, START + HOUR);
    expect(await inState('pending')).toHaveLength(people.length);
    expect(api.requests.length).toBeGreaterThan(5);
    expect(api.requests.length).toBeLessThan(60);
    expect(reports).toEqual(['brevo: Brevo cannot be reached. Deliveries wait.']);

    api.trouble = undefined;
    // A hold lasts at most 5 minutes, the wait of a single delivery at most 15.
    await workUntil(deliverer, START + HOUR + 20 * MINUTE);
    expect(await inState('delivered')).toHaveLength(people.length);
    expect(reports.at(-1)).toBe('brevo: takes deliveries again.');
    for (const number of people) {
      const wants = number % 2 === 0 || number % 4 === 1;
      expect(api.contacts.get(emailOf(number))?.listIds ?? [], emailOf(number)).toEqual(wants ? [7] : []);
    }
    expect(new Set(api.joined).size).toBe(api.joined.length);
    // Who granted and withdrew while nobody could be told was never sent at all.
    expect(api.contacts.has(emailOf(3))).toBe(false);
  }, 30_000);

  it('waits as long as it is asked to, with everything for that service', async () => {
    await linkAll();
    for (const number of people) await decide(number, 'grant');
    api.trouble = { status: 429, headers: { 'x-sib-ratelimit-reset': '90' } };
    const deliverer = worker();
    await deliverer.deliverDue();
    const refused = api.requests.length;
    expect(refused).toBeLessThanOrEqual(4);
    api.trouble = undefined;
    await workUntil(deliverer, START + 89_000);
    expect(api.requests).toHaveLength(refused);
    await workUntil(deliverer, START + 120_000);
    expect(api.joined).toHaveLength(people.length);
  });

  it('stops at a key that is not accepted, says so once, blames no delivery, and goes on with another key', async () => {
    await linkAll();
    for (const number of people) await decide(number, 'grant');
    const deliverer = worker({ connectors: connect('wrong') });
    await deliverer.deliverDue();
    await workUntil(deliverer, START + 10 * MINUTE);
    // Four at once at the start, then one each time the hold ends: after 1, 2, 4 and 8 minutes.
    expect(api.requests.length).toBeLessThanOrEqual(8);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toContain('It does not accept the key. Deliveries wait.');
    expect(await store.deliveries.holds()).toMatchObject([{ connector: 'brevo', kind: 'key', since: START }]);
    const pending = await inState('pending');
    expect(pending).toHaveLength(people.length);
    expect(pending.every(({ attempts, failingSince }) => attempts === 0 && failingSince === 0)).toBe(true);

    // The server is started again with the right key.
    const restarted = worker({ pollMs: 1 });
    restarted.start();
    await expect.poll(() => api.joined.length).toBe(people.length);
    await restarted.stop();
    expect(await store.deliveries.holds()).toEqual([]);
  });

  it('parks what the service refuses for good, with its reason, and goes on with the others', async () => {
    await linkAll();
    for (const number of people) await decide(number, 'grant');
    api.trouble = ({ path }) =>
      path === `/contacts/${emailOf(2)}` ? { status: 400, body: { message: 'no such domain' } } : undefined;
    const deliverer = worker();
    await deliverer.deliverDue();
    const parked = await inState('parked');
    expect(parked).toMatchObject([
      { contact: { value: emailOf(2) }, reason: expect.stringContaining('no such domain') },
    ]);
    expect(await inState('delivered')).toHaveLength(people.length - 1);
    await workUntil(deliverer, START + 5000);
    expect(api.joined).toHaveLength(people.length - 1);

    api.trouble = undefined;
    expect(await store.deliveries.retry({ now })).toBe(1);
    await deliverer.deliverDue();
    expect(api.joined).toHaveLength(people.length);
  });

  it('gives up after days of failures, keeps the delivery, and takes it up when told', async () => {
    await link(1);
    await decide(1, 'grant');
    api.trouble = { status: 500 };
    const deliverer = worker({ giveUpAfterDays: 1 });
    for (; now < START + 26 * HOUR; now += 10 * MINUTE) await deliverer.deliverDue();
    const [dead] = await inState('dead');
    expect(dead).toMatchObject({ failingSince: START, reason: 'Brevo answered 500' });
    const tries = api.requests.length;
    now += 24 * HOUR;
    await deliverer.deliverDue();
    expect(api.requests).toHaveLength(tries);

    api.trouble = undefined;
    await store.deliveries.retry({ now });
    await deliverer.deliverDue();
    expect(api.joined).toEqual([`${emailOf(1)} 7`]);
  });

  it('does not let one service wait for another', async () => {
    await linkAll();
    for (const number of people) await decide(number, 'grant');
    const stuck: Connector = {
      ...(connectors[0] as Connector),
      id: 'stuck',
      deliver: () => Promise.reject(new Error('a mistake in a connector')),
    };
    await store.deliveries.link({
      subject: aRecord(1).subject,
      connector: 'stuck',
      contact: { kind: 'email', value: emailOf(1) },
      purposes: ['news'],
      now,
    });
    await worker({ connectors: [stuck, ...connectors] }).deliverDue();
    expect(api.joined).toHaveLength(people.length);
    expect(await store.deliveries.list({ connector: 'stuck', limit: 9 })).toMatchObject([
      { state: 'pending', attempts: 1, reason: 'A fault of ours: Error: a mistake in a connector' },
    ]);
  });

  it('shares the work with others and tells nobody twice', async () => {
    await linkAll();
    for (const number of people) await decide(number, 'grant');
    const counts = await Promise.all([worker(), worker(), worker()].map((each) => each.deliverDue()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(people.length);
    expect(api.joined).toHaveLength(people.length);
    expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(people.length);
  });

  it('says when the queue itself fails, and does not end', async () => {
    const queue = { ...store.deliveries, lease: () => Promise.reject(new Error('disk full')) };
    expect(await worker({ queue }).deliverDue()).toBe(0);
    expect(reports).toEqual(['brevo: deliveries cannot be kept: Error: disk full']);
  });
});
