import { type ConsentReceipt, createPrivateKey, importSigningKey, verify } from '@consentry/receipts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../test/support/a-record.js';
import { type FakeBrevo, startFakeBrevo } from '../../../test/support/fake-brevo.js';
import { createReceiptsApp } from './app.js';
import { type Connector, createConnectors, createDeliverer } from './index.js';
import { openSqliteStore } from './stores/sqlite.js';

const BASE = 'https://example.com/consentry';
const READ = 'a-read-token-of-enough-length';
const LINK = 'a-link-token-of-enough-length';
const EVENT = 'an-event-token-of-enough-length';
const signingKey = await importSigningKey(await createPrivateKey());
const { subject } = aRecord(1);
const START = Date.UTC(2026, 10, 21, 8);
let store: Awaited<ReturnType<typeof openSqliteStore>>;
let api: FakeBrevo;
let connectors: Connector[];
let app: ReturnType<typeof createReceiptsApp>;
let now: number;
beforeEach(async () => {
  now = START;
  store = await openSqliteStore(':memory:');
  api = await startFakeBrevo();
  connectors = createConnectors(
    {
      brevo: {
        ...{ keyFrom: 'BREVO_API_KEY', eventTokenFrom: 'BREVO_EVENTS', url: api.url },
        purposes: { news: { as: 'newsletter', list: 7 }, opens: { as: 'tracking' } },
      },
      mailbluster: { keyFrom: 'MAILBLUSTER_API_KEY', purposes: { news: { as: 'newsletter' } } },
    },
    { BREVO_API_KEY: api.key, BREVO_EVENTS: EVENT, MAILBLUSTER_API_KEY: 'key' },
  );
  app = createReceiptsApp({
    ...{ store, signingKey, connectors, issuer: 'https://example.com', now: () => now },
    ...{ readTokens: [READ], linkTokens: [LINK], clientAddress: () => '192.0.2.1' },
  });
});
afterEach(async () => {
  await api.close();
  await store.close();
});

const ask = async (method: string, path: string, body?: unknown, token = LINK, headers: object = {}) =>
  app.fetch(
    new Request(BASE + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
const link = (body: unknown = { email: ' Anna@Example.com ', connectors: ['brevo'] }, token = LINK) =>
  ask('PUT', `/links/${subject}`, body, token);
const say = (
  number: number,
  choices: Record<string, 'grant' | 'deny' | 'withdraw'>,
  changes: object = {},
) => {
  const status = { grant: 'granted', deny: 'denied', withdraw: 'withdrawn' } as const;
  const statuses = Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, status[choice]]));
  const givenAt = new Date(now).toISOString();
  return ask('POST', '/records', aRecord(number, { subject, choices, statuses, givenAt, ...changes }), '', {
    'content-type': 'text/plain',
  });
};
const deliver = () =>
  createDeliverer({
    queue: store.deliveries,
    connectors: connectors.slice(0, 1),
    report: () => {},
    now: () => now,
  }).deliverDue();
const queued = () => store.deliveries.list({ limit: 10 });

describe('linking a browser to a person', () => {
  it('is what makes its decisions reach the service: not before, from then on, and not after it ends', async () => {
    await say(1, { news: 'grant', analytics: 'grant' });
    await deliver();
    expect(api.requests).toEqual([]);

    const answer = await link();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ subject, linked: ['brevo'] });
    await deliver();
    expect(api.joined).toEqual(['anna@example.com 7']);

    now += 1000;
    await say(2, { news: 'withdraw' });
    await deliver();
    expect(api.contacts.get('anna@example.com')?.listIds).toEqual([]);

    expect((await ask('DELETE', `/links/${subject}`)).status).toBe(204);
    now += 1000;
    await say(3, { news: 'grant' });
    await deliver();
    expect(api.joined).toHaveLength(1);
    expect(await queued()).toEqual([]);
  });

  it('takes nothing to a service of a decision on other purposes', async () => {
    await link();
    await deliver();
    await say(1, { analytics: 'grant' });
    expect(await deliver()).toBe(0);
  });

  it.each([
    ['PUT', `/links/${subject}`, { email: 'a@example.com' }],
    ['DELETE', `/links/${subject}`, undefined],
    ['POST', '/erasures', { email: 'a@example.com' }],
    ['GET', '/deliveries', undefined],
  ])('answers %s %s to nobody without the right token', async (method, path, body) => {
    for (const token of ['wrong', EVENT, method === 'GET' ? LINK : READ])
      expect((await ask(method, path, body, token)).status).toBe(401);
    expect(await queued()).toEqual([]);
  });

  it('is refused to pages, even with the token', async () => {
    for (const headers of [{ origin: 'https://example.com' }, { 'sec-fetch-site': 'same-origin' }])
      expect((await ask('PUT', `/links/${subject}`, { email: 'a@example.com' }, LINK, headers)).status).toBe(
        403,
      );
    expect(await queued()).toEqual([]);
  });

  it('counts requests without the token, and not those with it', async () => {
    for (let i = 0; i < 100; i++) expect((await link()).status).toBe(200);
    let last = 0;
    for (let i = 0; i < 100; i++) last = (await link(undefined, 'wrong')).status;
    expect(last).toBe(429);
  });

  it('answers the same for a browser that is known and for one that is not', async () => {
    await say(1, { news: 'grant' });
    const known = await link();
    const unknown = await ask('PUT', `/links/${aRecord(2).subject}`, {
      email: 'b@example.com',
      connectors: ['brevo'],
    });
    expect(unknown.status).toBe(known.status);
    expect((await ask('DELETE', `/links/${aRecord(3).subject}`)).status).toBe(204);
    expect((await ask('POST', '/erasures', { subject: aRecord(3).subject })).status).toBe(202);
  });

  it.each([
    ['no address', { connectors: ['brevo'] }, 'email'],
    ['an address that is none', { email: 'anna' }, 'email'],
    ['an address with a name', { email: 'Anna <anna@example.com>' }, 'email'],
    ['an address that is too long', { email: `${'a'.repeat(250)}@example.com` }, 'email'],
    ['an id that a service does not know people by', { id: 'user-7' }, 'email'],
    ['an id with a space', { id: 'user 7', connectors: ['brevo'] }, 'id'],
    ['a service there is not', { email: 'a@example.com', connectors: ['pigeon'] }, 'connectors'],
    ['no service', { email: 'a@example.com', connectors: [] }, 'connectors'],
    ['more than is asked for', { email: 'a@example.com', name: 'Anna' }, 'name'],
    ['a list', [], ''],
  ])('refuses %s with 400 and links nobody', async (_, body, path) => {
    const answer = await link(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid-body', path } });
    expect(await queued()).toEqual([]);
  });

  it('refuses what is no JSON, and a subject that is none', async () => {
    const garbage = new Request(`${BASE}/links/${subject}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${LINK}` },
      body: '{',
    });
    expect((await app.fetch(garbage)).status).toBe(400);
    expect((await ask('PUT', '/links/nobody', { email: 'a@example.com' })).status).toBe(400);
    expect((await ask('GET', `/links/${subject}`)).status).toBe(405);
  });
});

describe('erasing a person', () => {
  it('deletes the contact at the service and forgets the address, by the browser it is linked to', async () => {
    await link();
    await say(1, { news: 'grant' });
    await deliver();
    expect(api.contacts.size).toBe(1);
    expect((await ask('POST', '/erasures', { subject })).status).toBe(202);
    expect((await link()).status).toBe(409);
    await deliver();
    expect(api.contacts.size).toBe(0);
    expect(await queued()).toEqual([]);
  });

  it('deletes by address at every service, known here or not', async () => {
    api.contacts.set('old@example.com', {
      ...{ attributes: {}, emailBlacklisted: false, listIds: [], listUnsubscribed: [] },
    });
    await ask('POST', '/erasures', { email: 'Old@example.com' });
    expect((await queued()).map(({ connector, erase }) => [connector, erase])).toEqual([
      ['brevo', true],
      ['mailbluster', true],
    ]);
    await deliver();
    expect(api.contacts.size).toBe(0);
  });

  it('needs somebody to erase', async () => {
    expect((await ask('POST', '/erasures', {})).status).toBe(400);
    expect((await ask('POST', '/erasures', { subject: 7 })).status).toBe(400);
  });
});

describe('the list of deliveries', () => {
  it('shows what waits, since when and why, without addresses that could be written to', async () => {
    await say(1, { news: 'grant' });
    await link();
    api.trouble = { status: 503, body: 'maintenance' };
    await deliver();
    const answer = await ask('GET', '/deliveries', undefined, READ);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(text).not.toContain('anna@');
    expect(JSON.parse(text)).toMatchObject({
      counts: { delivered: 0, pending: 1, parked: 0, dead: 0 },
      holds: [],
      deliveries: [
        {
          connector: 'brevo',
          state: 'pending',
          contact: 'a…@example.com',
          attempts: 1,
          failingSince: '2026-11-21T08:00:00.000Z',
          deliveredAt: null,
          reason: 'Brevo answered 503: maintenance',
          purposes: { news: { status: 'granted', record: aRecord(1).id } },
        },
      ],
      next: null,
    });
    const list = async (query: string) =>
      (await (await ask('GET', `/deliveries?${query}`, undefined, READ)).json()).deliveries.length;
    expect(await list('state=parked')).toBe(0);
    expect(await list('connector=brevo&state=pending')).toBe(1);
    expect((await ask('GET', '/deliveries?state=lost', undefined, READ)).status).toBe(400);
  });
});

describe('what Brevo reports back', () => {
  const report = (allowed: boolean, ts = now / 1000, token = EVENT) =>
    ask(
      'POST',
      '/events/brevo',
      {
        ...{ event: 'contact_updated', id: 1, email: 'anna@example.com', ts },
        content: [{ email: 'anna@example.com', attributes: { _PIXEL_TRACKING_CONSENT: allowed } }],
      },
      token,
    );
  const receipts = async () =>
    (await store.list({ subject, limit: 10 })).map(({ receipt }) => JSON.parse(receipt) as ConsentReceipt);
  const grant = async () => {
    await say(1, { opens: 'grant', news: 'grant' });
    await link();
    await deliver();
    now += 60_000;
  };

  it('is recorded as a withdrawal with a receipt, however often it comes, and nothing else changes', async () => {
    await grant();
    expect(await receipts()).toHaveLength(1);
    for (let i = 0; i < 3; i++) expect((await report(false)).status).toBe(204);
    const [latest, ...others] = await receipts();
    expect(others).toHaveLength(1);
    expect(latest?.record).toMatchObject({
      subject,
      via: 'brevo',
      choices: { opens: 'withdraw' },
      statuses: { opens: 'withdrawn', news: 'granted' },
      givenAt: new Date(now).toISOString(),
      previous: aRecord(1).id,
    });
    expect(await verify(latest, [signingKey.publicKey])).toMatchObject({ ok: true });
    // Brevo changed it before it told us.
    Object.assign(api.contacts.get('anna@example.com')?.attributes ?? {}, { _PIXEL_TRACKING_CONSENT: false });
    await deliver();
    expect(api.contacts.get('anna@example.com')).toMatchObject({
      attributes: { _PIXEL_TRACKING_CONSENT: false },
      listIds: [7],
    });
  });

  it('ends a grant that was still on its way', async () => {
    await grant();
    await say(2, { opens: 'grant' });
    now += 1000;
    await report(false);
    await deliver();
    expect(api.contacts.get('anna@example.com')?.attributes._PIXEL_TRACKING_CONSENT).toBe(false);
  });

  it('is not undone by preferences that are saved with the switch as it was, and is by turning it on', async () => {
    await grant();
    await report(false);
    const save = async (number: number, opens: 'grant' | 'deny') => {
      now += 1000;
      const previous = aRecord(number - 1).id;
      await say(number, { opens, analytics: 'grant' }, { via: 'preferences', previous });
      return (await queued())[0]?.standings.opens?.status;
    };
    expect(await save(2, 'grant')).toBe('withdrawn');
    expect(await save(3, 'deny')).toBe('denied');
    expect(await save(4, 'grant')).toBe('granted');
  });

  it('is not believed without the token, and a grant there is nobody’s word', async () => {
    await grant();
    expect((await report(false, now / 1000, LINK)).status).toBe(401);
    expect((await report(true)).status).toBe(204);
    expect(await receipts()).toHaveLength(1);
  });

  it('is answered the same for somebody unknown, and keeps nothing', async () => {
    await say(1, { opens: 'grant' });
    expect((await report(false)).status).toBe(204);
    expect(await receipts()).toHaveLength(1);
    expect(await queued()).toEqual([]);
  });

  it('is refused when it is no JSON, and for a service that reports nothing', async () => {
    const request = (path: string) =>
      new Request(BASE + path, { method: 'POST', headers: { authorization: `Bearer ${EVENT}` }, body: '{' });
    expect((await app.fetch(request('/events/brevo'))).status).toBe(400);
    expect((await app.fetch(request('/events/mailbluster'))).status).toBe(404);
  });
});

it('A site without connectors has none of these routes', async () => {
  const plain = createReceiptsApp({
    ...{ store, signingKey, issuer: 'https://example.com', linkTokens: [LINK], readTokens: [READ] },
    clientAddress: () => '192.0.2.1',
  });
  for (const [method, path] of [
    ['PUT', `/links/${subject}`],
    ['POST', '/erasures'],
    ['GET', '/deliveries'],
    ['POST', '/events/brevo'],
  ] as const) {
    const headers = { authorization: `Bearer ${LINK}` };
    expect((await plain.fetch(new Request(BASE + path, { method, headers }))).status).toBe(404);
  }
});
