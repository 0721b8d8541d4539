import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FakeMailBluster,
  leadHash,
  startFakeMailBluster,
} from '../../../../test/support/fake-mailbluster.js';
import type { ActStatus } from '../deliveries/act.js';
import type { Message } from './connector.js';
import { mailbluster, mailblusterCapabilities } from './mailbluster.js';
import type { CarriedPurpose } from './settings.js';

const EMAIL = 'anna@example.com';
const AT = '2026-11-21T12:00:00.000Z';
const NEWS: CarriedPurpose = { as: 'newsletter' };
const OPENS: CarriedPurpose = { as: 'tag', deniedTag: 'no-open-tracking', grantedTag: 'open-tracking' };
let api: FakeMailBluster;
beforeEach(async () => {
  api = await startFakeMailBluster();
});
afterEach(() => api.close());

const connect = (purposes: Record<string, CarriedPurpose>, key = api.key) =>
  mailbluster(
    'mailbluster',
    { keyFrom: 'MAILBLUSTER_API_KEY', url: api.url, purposes, key },
    { fetch, now: () => Date.parse(AT), timeoutMs: 300 },
  );
const message = (said: Record<string, ActStatus>, changes: Partial<Message> = {}): Message => ({
  id: 'mailbluster-1-1',
  contact: { kind: 'email', value: EMAIL },
  standings: Object.fromEntries(
    Object.entries(said).map(([purpose, status]) => [purpose, { status, at: AT, record: 'record-1' }]),
  ),
  erase: false,
  memory: {},
  ...changes,
});
const known = (changes: object = {}) =>
  api.leads.set(leadHash(EMAIL), {
    ...{ email: EMAIL, subscribed: true, tags: [], fields: {}, meta: {} },
    ...changes,
  });

describe('a newsletter at MailBluster', () => {
  it('has nobody before a grant, the person once after it however often it is told, and nobody after a withdrawal', async () => {
    const connector = connect({ news: NEWS });
    await connector.deliver(message({}));
    await connector.deliver(message({ news: 'denied' }));
    expect(api.leads.size).toBe(0);
    for (let i = 0; i < 3; i++) await connector.deliver(message({ news: 'granted' }));
    expect(api.subscribed).toEqual([EMAIL]);
    expect(api.lead(EMAIL)?.meta).toEqual({ consentRecord: 'record-1', consentAt: AT });
    await connector.deliver(message({ news: 'withdrawn' }));
    expect(api.lead(EMAIL)?.subscribed).toBe(false);
  });

  it('leaves whoever is unsubscribed there unsubscribed, and says so', async () => {
    known({ subscribed: false });
    const { note } = await connect({ news: NEWS, opens: OPENS }).deliver(
      message({ news: 'granted', opens: 'denied' }),
    );
    expect(note).toBe('unsubscribed at MailBluster, and left so');
    expect(api.subscribed).toEqual([]);
    expect(api.lead(EMAIL)).toMatchObject({ subscribed: false, tags: ['no-open-tracking'] });
  });

  it('never sends that somebody is subscribed for a lead that is there, nor that it may be overridden', async () => {
    known({ tags: ['open-tracking'] });
    const connector = connect({ news: NEWS, opens: OPENS });
    for (const status of ['granted', 'denied', 'granted'] as const)
      await connector.deliver(message({ news: 'granted', opens: status }));
    const sent = api.requests.filter(({ method }) => method !== 'GET').map(({ text }) => text);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.join()).not.toMatch(/"subscribed":true|overrideExisting/);
  });

  it('does not subscribe again who left between the look and the write', async () => {
    const connector = connect({ news: NEWS });
    let looks = 0;
    api.trouble = ({ method }) => {
      // The first look finds nobody; then somebody else creates the lead and the person unsubscribes.
      if (method !== 'GET' || looks++ > 0) return undefined;
      known({ subscribed: false });
      return { status: 404, body: { message: 'Lead not found' } };
    };
    expect((await connector.deliver(message({ news: 'granted' }))).note).toContain('left so');
    expect(api.subscribed).toEqual([]);
  });

  it('waits for a click where that is configured, and asks once', async () => {
    const connector = connect({ news: { ...NEWS, doubleOptIn: {} } });
    for (let i = 0; i < 2; i++) await connector.deliver(message({ news: 'granted' }));
    expect(api.lead(EMAIL)?.optInStatus).toBe('waiting');
    expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

describe('tags and fields at MailBluster', () => {
  it('follow the choice, and other tags stay', async () => {
    known({ tags: ['vip'] });
    const connector = connect({ opens: { ...OPENS, field: 'opens' } });
    await connector.deliver(message({ opens: 'denied' }));
    expect(api.lead(EMAIL)).toMatchObject({ tags: ['vip', 'no-open-tracking'], fields: { opens: 'denied' } });
    await connector.deliver(message({ opens: 'granted' }));
    expect(api.lead(EMAIL)).toMatchObject({ tags: ['vip', 'open-tracking'], fields: { opens: 'granted' } });
    await connector.deliver(message({ opens: 'withdrawn' }));
    expect(api.lead(EMAIL)).toMatchObject({ tags: ['vip', 'no-open-tracking'], subscribed: true });
  });

  it('are told again when the lead has gone between the look and the write', async () => {
    known();
    api.trouble = ({ method }) => {
      if (method === 'PUT') api.leads.clear();
      return undefined;
    };
    await expect(connect({ opens: OPENS }).deliver(message({ opens: 'denied' }))).rejects.toMatchObject({
      kind: 'temporary',
    });
  });

  it('create nobody', async () => {
    expect((await connect({ opens: OPENS }).deliver(message({ opens: 'granted' }))).note).toContain(
      'not created',
    );
    expect(api.leads.size).toBe(0);
  });

  it('come with the lead when it is created', async () => {
    await connect({ news: NEWS, opens: OPENS }).deliver(message({ news: 'granted', opens: 'denied' }));
    expect(api.lead(EMAIL)).toMatchObject({ tags: ['no-open-tracking'], subscribed: true });
  });
});

describe('MailBluster', () => {
  it('deletes a lead on erasure, and is done when there is none', async () => {
    known();
    for (let i = 0; i < 2; i++) await connect({ news: NEWS }).deliver(message({}, { erase: true }));
    expect(api.leads.size).toBe(0);
  });

  it('is never sent an address of the network', async () => {
    await connect({ news: NEWS }).deliver(message({ news: 'granted' }));
    expect(JSON.stringify(api.requests.map(({ body }) => body ?? null))).not.toContain('ipAddress');
  });

  it('says that it cannot switch the watching of opens for one person', () => {
    expect(mailblusterCapabilities).toMatchObject({ openTracking: 'unsupported', reportsBack: false });
  });

  it.each([
    ['a rate limit', { status: 429, headers: { 'retry-after': '9' } }, { kind: 'temporary', waitMs: 9000 }],
    ['a failure', { status: 500 }, { kind: 'temporary' }],
    ['no answer', 'hang', { kind: 'temporary' }],
    ['a lead that is none', { status: 200, body: [] }, { kind: 'temporary' }],
    [
      'a refusal',
      { status: 400, body: { message: `bad ${EMAIL}` } },
      { kind: 'permanent', message: 'MailBluster answered 400: {"message":"bad …"}' },
    ],
  ] as const)('in trouble with %s is told apart', async (_, trouble, expected) => {
    api.trouble = trouble;
    await expect(connect({ news: NEWS }).deliver(message({ news: 'granted' }))).rejects.toMatchObject(
      expected,
    );
  });

  it('refuses a lead it does not like for good, and a wrong key until it is changed', async () => {
    api.trouble = ({ method }) =>
      method === 'POST' ? { status: 422, body: { email: 'Email is invalid' } } : undefined;
    await expect(connect({ news: NEWS }).deliver(message({ news: 'granted' }))).rejects.toMatchObject({
      kind: 'permanent',
    });
    api.trouble = undefined;
    await expect(
      connect({ news: NEWS }, 'Bearer x').deliver(message({ news: 'granted' })),
    ).rejects.toMatchObject({ kind: 'key' });
  });
});
