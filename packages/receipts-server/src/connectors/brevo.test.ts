import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeBrevo, startFakeBrevo } from '../../../../test/support/fake-brevo.js';
import type { ActStatus } from '../deliveries/act.js';
import { brevo } from './brevo.js';
import type { Message } from './connector.js';
import type { CarriedPurpose } from './settings.js';

const EMAIL = 'anna@example.com';
const AT = '2026-11-21T12:00:00.000Z';
const DOI = { template: 5, redirectUrl: 'https://example.com/welcome' };
const LIST: CarriedPurpose = { as: 'newsletter', list: 7 };
const CONFIRMED: CarriedPurpose = { ...LIST, doubleOptIn: DOI };
const OPENS: CarriedPurpose = { as: 'tracking' };
let api: FakeBrevo;
beforeEach(async () => {
  api = await startFakeBrevo();
});
afterEach(() => api.close());

const connect = (purposes: Record<string, CarriedPurpose>, key = api.key) =>
  brevo(
    'brevo',
    { keyFrom: 'BREVO_API_KEY', url: api.url, purposes, key },
    { fetch, now: () => Date.parse(AT), timeoutMs: 300 },
  );
const message = (said: Record<string, ActStatus>, changes: Partial<Message> = {}): Message => ({
  id: 'brevo-1-1',
  contact: { kind: 'email', value: EMAIL },
  standings: Object.fromEntries(
    Object.entries(said).map(([purpose, status]) => [purpose, { status, at: AT, record: 'r' }]),
  ),
  erase: false,
  memory: {},
  ...changes,
});
const known = (changes: object = {}) =>
  api.contacts.set(EMAIL, {
    ...{ attributes: {}, emailBlacklisted: false, listIds: [], listUnsubscribed: [] },
    ...changes,
  });
const writes = () => api.requests.filter(({ method }) => method !== 'GET');

describe('consent to tracking at Brevo', () => {
  it('is unknown before a decision, true with date and source after a grant, and false after a withdrawal', async () => {
    known();
    const connector = connect({ opens: OPENS });
    await connector.deliver(message({}));
    expect(api.requests).toEqual([]);
    await connector.deliver(message({ opens: 'granted' }));
    expect(api.contacts.get(EMAIL)?.attributes).toEqual({
      _PIXEL_TRACKING_CONSENT: true,
      _PIXEL_TRACKING_CONSENT_DATE: AT,
      _PIXEL_TRACKING_CONSENT_SOURCE: 'api',
    });
    await connector.deliver(message({ opens: 'withdrawn' }));
    expect(api.contacts.get(EMAIL)?.attributes._PIXEL_TRACKING_CONSENT).toBe(false);
  });

  it('is refused without touching lists or the blocklist', async () => {
    known({ listIds: [7] });
    await connect({ opens: OPENS, news: LIST }).deliver(message({ opens: 'denied', news: 'granted' }));
    expect(api.contacts.get(EMAIL)).toMatchObject({ emailBlacklisted: false, listIds: [7] });
    expect(JSON.stringify(writes().map(({ body }) => body))).not.toMatch(/lacklist|listIds/i);
  });

  it('creates a person that Brevo does not know for a grant, and for a refusal does not', async () => {
    const connector = connect({ opens: OPENS });
    const { note } = await connector.deliver(message({ opens: 'denied' }));
    expect(note).toContain('not created');
    expect(api.contacts.size).toBe(0);
    await connector.deliver(message({ opens: 'granted' }));
    expect(api.contacts.get(EMAIL)).toMatchObject({
      listIds: [],
      attributes: { _PIXEL_TRACKING_CONSENT: true },
    });
  });

  it('is looked at once after it was written, since Brevo drops what it has no attribute for', async () => {
    await api.close();
    api = await startFakeBrevo([]);
    known();
    await expect(connect({ opens: OPENS }).deliver(message({ opens: 'granted' }))).rejects.toMatchObject({
      kind: 'temporary',
      message: expect.stringContaining('turn on per-contact pixel tracking consent'),
    });
  });

  it('is told again when the contact has gone between the look and the write', async () => {
    known();
    api.trouble = ({ method }) => {
      if (method === 'PUT') api.contacts.clear();
      return undefined;
    };
    const connector = connect({ opens: OPENS });
    await expect(connector.deliver(message({ opens: 'granted' }))).rejects.toMatchObject({
      kind: 'temporary',
    });
    await connector.deliver(message({ opens: 'granted' }));
    expect(api.contacts.get(EMAIL)?.attributes._PIXEL_TRACKING_CONSENT).toBe(true);
  });

  it('is not written again when it is as it should be', async () => {
    known();
    const connector = connect({ opens: OPENS });
    await connector.deliver(message({ opens: 'granted' }));
    const count = writes().length;
    await connector.deliver(message({ opens: 'granted' }));
    expect(writes()).toHaveLength(count);
  });
});

describe('a newsletter at Brevo', () => {
  it('has nobody before a grant, the person once after it however often it is told, and nobody after a withdrawal', async () => {
    const connector = connect({ news: LIST });
    await connector.deliver(message({ news: 'denied' }));
    expect(api.contacts.size).toBe(0);
    for (let i = 0; i < 3; i++) await connector.deliver(message({ news: 'granted' }));
    expect(api.joined).toEqual([`${EMAIL} 7`]);
    await connector.deliver(message({ news: 'withdrawn' }));
    expect(api.contacts.get(EMAIL)).toMatchObject({ listIds: [], emailBlacklisted: false });
  });

  it.each([
    ['is on the blocklist', { emailBlacklisted: true }],
    ['left the list', { listUnsubscribed: [7] }],
  ])('leaves out who %s there, and says so', async (_, changes) => {
    known(changes);
    const { note } = await connect({ news: LIST, opens: OPENS }).deliver(
      message({ news: 'granted', opens: 'granted' }),
    );
    expect(note).toBe('unsubscribed from list 7 at Brevo, and left so');
    expect(api.joined).toEqual([]);
    expect(api.contacts.get(EMAIL)).toMatchObject({
      attributes: { _PIXEL_TRACKING_CONSENT: true },
      ...changes,
    });
  });

  it('asks by mail first where that is configured, once, and has nobody until the click', async () => {
    const connector = connect({ news: CONFIRMED, opens: OPENS });
    const first = await connector.deliver(message({ news: 'granted', opens: 'denied' }));
    expect(api.confirmations).toEqual([`${EMAIL} 7`]);
    expect(writes()[0]?.body).toMatchObject({
      templateId: 5,
      redirectionUrl: DOI.redirectUrl,
      attributes: { _PIXEL_TRACKING_CONSENT: false },
    });
    expect(api.joined).toEqual([]);
    const second = await connector.deliver(message({ news: 'granted' }, { memory: first.memory ?? {} }));
    expect(api.confirmations).toHaveLength(1);
    api.confirm(EMAIL, 7);
    await connector.deliver(message({ news: 'granted' }, { memory: second.memory ?? {} }));
    expect(api.joined).toEqual([`${EMAIL} 7`]);
  });

  it('asks again who withdrew and grants once more', async () => {
    const connector = connect({ news: CONFIRMED });
    let memory = {};
    for (const status of ['granted', 'withdrawn', 'granted'] as const)
      memory = (await connector.deliver(message({ news: status }, { memory }))).memory ?? {};
    expect(api.confirmations).toHaveLength(2);
  });

  it('does not ask twice for one list because asking for another failed', async () => {
    const connector = connect({ news: CONFIRMED, tips: { ...CONFIRMED, list: 8 } });
    const both = { news: 'granted', tips: 'granted' } as const;
    api.trouble = ({ body }) =>
      (body?.includeListIds as number[] | undefined)?.[0] === 8 ? { status: 500 } : undefined;
    const failure = await connector.deliver(message(both)).catch((error) => error);
    expect(failure).toMatchObject({ kind: 'temporary', memory: { asked: [7] } });
    api.trouble = undefined;
    await connector.deliver(message(both, { memory: failure.memory }));
    expect(api.confirmations).toEqual([`${EMAIL} 7`, `${EMAIL} 8`]);
  });
});

describe('another purpose at Brevo', () => {
  it('is a boolean attribute of its own', async () => {
    known();
    const connector = connect({ links: { as: 'attribute', attribute: 'PERSONAL_LINKS' } });
    await connector.deliver(message({ links: 'granted' }));
    expect(api.contacts.get(EMAIL)?.attributes).toEqual({ PERSONAL_LINKS: true });
    await connector.deliver(message({ links: 'withdrawn' }));
    expect(api.contacts.get(EMAIL)?.attributes).toEqual({ PERSONAL_LINKS: false });
  });
});

describe('a person whom Brevo knows by an id of ours', () => {
  const contact = { kind: 'id', value: 'user-7' } as const;

  it('is created for a grant, and refused and erased by that id', async () => {
    const connector = connect({ opens: OPENS });
    await connector.deliver(message({ opens: 'granted' }, { contact }));
    expect(api.contacts.get('user-7')?.attributes._PIXEL_TRACKING_CONSENT).toBe(true);
    await connector.deliver(message({ opens: 'withdrawn' }, { contact }));
    expect(api.contacts.get('user-7')?.attributes._PIXEL_TRACKING_CONSENT).toBe(false);
    await connector.deliver(message({}, { contact, erase: true }));
    expect(api.contacts.size).toBe(0);
  });

  it('cannot be asked by mail while Brevo has no address', async () => {
    await expect(
      connect({ news: CONFIRMED }).deliver(message({ news: 'granted' }, { contact })),
    ).rejects.toMatchObject({ kind: 'permanent', message: 'A confirmation mail needs an e-mail address.' });
  });
});

describe('erasure at Brevo', () => {
  it('deletes the contact, and is done when there is none', async () => {
    known();
    const connector = connect({ news: LIST });
    for (let i = 0; i < 2; i++)
      expect(await connector.deliver(message({}, { erase: true }))).toEqual({ note: '' });
    expect(api.contacts.size).toBe(0);
  });
});

describe('a Brevo that does not do as asked', () => {
  const deliver = (key?: string) => connect({ news: LIST }, key).deliver(message({ news: 'granted' }));

  it.each([
    ['a rate limit with its own header', { status: 429, headers: { 'x-sib-ratelimit-reset': '12' } }, 12_000],
    ['a rate limit with Retry-After', { status: 429, headers: { 'retry-after': '3' } }, 3000],
    ['a failure', { status: 503, body: 'busy' }, undefined],
    ['no credits', { status: 402, body: { code: 'not_enough_credits' } }, undefined],
    ['a page in between', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }, undefined],
    ['a page that says 200', { status: 200, body: '<html>Please log in</html>' }, undefined],
    ['no answer', 'hang', undefined],
    ['a broken connection', 'reset', undefined],
  ] as const)('is tried again later after %s', async (_, trouble, waitMs) => {
    api.trouble = trouble;
    await expect(deliver()).rejects.toMatchObject({ kind: 'temporary', waitMs });
  });

  it('does not accept the key, which no later try would change', async () => {
    await expect(deliver('wrong')).rejects.toMatchObject({
      kind: 'key',
      message: expect.stringContaining('Brevo answered 401'),
    });
    api.trouble = { status: 403, body: { code: 'permission_denied' } };
    await expect(deliver()).rejects.toMatchObject({ kind: 'key' });
  });

  it('refuses the data, and is quoted without the address and the key', async () => {
    api.trouble = { status: 400, body: { code: 'invalid_parameter', message: `${EMAIL} for ${api.key}` } };
    await expect(deliver()).rejects.toMatchObject({
      kind: 'permanent',
      message: 'Brevo answered 400: {"code":"invalid_parameter","message":"… for …"}',
    });
  });
});

describe('what Brevo reports back', () => {
  const events = (body: unknown) => connect({ opens: OPENS, news: LIST }).readEvents?.(body);
  const event = (attributes: object, changes: object = {}) => ({
    ...{ event: 'contact_updated', id: 1, email: EMAIL, ts: 1_784_298_270 },
    content: [{ email: 'Anna@Example.com', attributes }],
    ...changes,
  });

  it('is a refusal of tracking, with its time', () => {
    expect(events(event({ _PIXEL_TRACKING_CONSENT: false }))).toEqual([
      { contact: { kind: 'email', value: EMAIL }, purpose: 'opens', at: 1_784_298_270_000 },
    ]);
  });

  it.each([
    ['a grant, which may come from an import', event({ _PIXEL_TRACKING_CONSENT: true })],
    ['another attribute', event({ FIRSTNAME: 'Anna' })],
    ['another event', event({ _PIXEL_TRACKING_CONSENT: false }, { event: 'opened' })],
    ['no time', event({ _PIXEL_TRACKING_CONSENT: false }, { ts: 'now' })],
    ['no content', event({}, { content: 'x' })],
    ['null', null],
    ['a list of nothing', [null, 1, 'x']],
  ])('is not %s', (_, body) => {
    expect(events(body)).toEqual([]);
  });
});
