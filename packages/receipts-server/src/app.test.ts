import {
  type ConsentReceipt,
  createPrivateKey,
  importSigningKey,
  MAX_RECORD_BYTES,
  sha256,
  verify,
} from '@consentry/receipts';
import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../test/support/a-record.js';
import { createReceiptsApp } from './app.js';
import type { ReceiptsAppOptions } from './app-options.js';
import type { ReceiptStore } from './store.js';
import { openSqliteStore } from './stores/sqlite.js';

const TOKEN = 'a-token-of-enough-length';
const RECORDS = 'https://example.com/consentry/records';
const signingKey = await importSigningKey(await createPrivateKey());
let store: ReceiptStore;
let now: number;
let errors: unknown[];

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  now = Date.UTC(2026, 10, 21, 7);
  errors = [];
});

function createApp(options: Partial<ReceiptsAppOptions> = {}) {
  return createReceiptsApp({
    store,
    signingKey,
    issuer: 'https://example.com',
    clientAddress: (request) => request.headers.get('x-test-address') ?? '192.0.2.1',
    readTokens: [TOKEN],
    now: () => now,
    onError: (error) => errors.push(error),
    ...options,
  });
}

const text = (number = 1) => JSON.stringify(aRecord(number));
const ask = async (app: Pick<ReturnType<typeof createApp>, 'fetch'>, url: string, init: RequestInit = {}) =>
  app.fetch(new Request(url, init));
const post = (
  app: Pick<ReturnType<typeof createApp>, 'fetch'>,
  body: BodyInit,
  headers: Record<string, string> = {},
) => ask(app, RECORDS, { method: 'POST', body, headers: { 'content-type': 'text/plain', ...headers } });
const read = (app: Pick<ReturnType<typeof createApp>, 'fetch'>, path = '', token = TOKEN) =>
  ask(app, RECORDS + path, { headers: { authorization: `Bearer ${token}` } });
const stored = () => store.list({ limit: 200 });

/** A store that has stopped working. */
const fail = () => Promise.reject(new Error('disk full'));
const broken: ReceiptStore = {
  ...{ add: fail, get: fail, list: fail, putShown: fail, getShown: fail, close: async () => {} },
  ...Object.fromEntries(
    ['deliveries', 'log', 'people', 'tokens'].map((part) => [part, new Proxy({}, { get: () => fail })]),
  ),
} as unknown as ReceiptStore;

describe('POST /records', () => {
  it.each(['text/plain', 'text/plain;charset=UTF-8', 'application/json'])(
    'stores a record posted as %s and answers its signed receipt',
    async (type) => {
      const response = await post(createApp(), text(), { 'content-type': type });
      expect(response.status).toBe(201);
      const receipt = (await response.json()) as ConsentReceipt;
      expect(receipt).toMatchObject({
        record: aRecord(),
        receivedAt: '2026-11-21T07:00:00.000Z',
        issuer: 'https://example.com',
      });
      expect(await verify(receipt, [signingKey.publicKey])).toMatchObject({ ok: true });
    },
  );

  it('stores exactly what was posted, its hash and what was answered', async () => {
    const posted = ` ${JSON.stringify(aRecord(), null, 2)}\n`;
    const answered = await (await post(createApp(), posted)).text();
    expect(await stored()).toEqual([
      {
        id: aRecord().id,
        subject: aRecord().subject,
        receivedAt: '2026-11-21T07:00:00.000Z',
        text: posted,
        hash: await sha256(posted),
        receipt: answered,
        salt: expect.any(Uint8Array),
        commitment: expect.any(Uint8Array),
      },
    ]);
  });

  it('stores neither address nor browser of whoever posts', async () => {
    await post(createApp(), text(), { 'x-test-address': '203.0.113.7', 'user-agent': 'Curious/1.0' });
    expect(JSON.stringify(await stored())).not.toMatch(/203\.0\.113\.7|Curious/);
  });

  it('answers the same record later with the very same receipt', async () => {
    const app = createApp();
    const first = await (await post(app, text())).text();
    now += 60_000;
    const again = await post(app, text());
    expect(again.status).toBe(200);
    expect(await again.text()).toBe(first);
    expect(await stored()).toHaveLength(1);
  });

  it('refuses another record under the same id with 409', async () => {
    const app = createApp();
    await post(app, text());
    const response = await post(app, JSON.stringify(aRecord(1, { via: 'page' })));
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { code: 'id-taken', path: 'id' } });
    expect((await stored())[0]?.text).toBe(text());
  });

  it.each([
    ['nothing', '', 'invalid-json'],
    ['a form', 'choices=all', 'invalid-json'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe]), 'invalid-utf8'],
    ['a byte order mark', `\uFEFF${text()}`, 'invalid-json'],
    ['a list', '[]', 'invalid-record'],
    ['a member named twice', text().replace('{', '{"via":"banner",'), 'repeated-member'],
    ['a member spelled with escapes', text().replace('"via"', '"\\u0076ia"'), 'repeated-member'],
  ])('refuses %s with 400 and keeps nothing', async (_, body, code) => {
    const response = await post(createApp(), body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect(await stored()).toEqual([]);
  });

  it('says which member of a record is wrong, and how', async () => {
    const response = await post(createApp(), JSON.stringify({ ...aRecord(), email: 'v@example.com' }));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: {
        code: 'invalid-record',
        path: 'email',
        expected: 'no such member',
        got: '"v@example.com"',
        message: 'email should be no such member.',
      },
    });
    expect(await stored()).toEqual([]);
  });

  it('refuses a record for another site with 422', async () => {
    const response = await post(createApp({ sites: ['otoya'] }), text());
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { code: 'unknown-site', got: '"omakase"' } });
    expect(await stored()).toEqual([]);
  });

  it.each([['text/html'], ['application/x-www-form-urlencoded'], ['text/plainer']])(
    'refuses a body of type %s with 415',
    async (type) => {
      const response = await post(createApp(), text(), { 'content-type': type });
      expect(response.status).toBe(415);
      expect(await stored()).toEqual([]);
    },
  );

  it('refuses a body that says it is too long with 413', async () => {
    const response = await post(createApp(), 'x', { 'content-length': String(MAX_RECORD_BYTES + 1) });
    expect(response.status).toBe(413);
  });

  it('stops reading a body that turns out too long and answers 413', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(32));
      },
    });
    const response = await ask(createApp(), RECORDS, {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'text/plain' },
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(2 * MAX_RECORD_BYTES);
    expect(await stored()).toEqual([]);
  });

  it('takes a record of exactly the longest length', async () => {
    const response = await post(createApp(), text().padEnd(MAX_RECORD_BYTES));
    expect(response.status).toBe(201);
  });

  it('answers 429 when one address asks too often, and lets it go on after the wait', async () => {
    const app = createApp({ rateLimit: { burst: 2, perMinute: 6 } });
    const statuses = [];
    for (const number of [1, 2, 3]) statuses.push((await post(app, text(number))).status);
    expect(statuses).toEqual([201, 201, 429]);
    const refused = await post(app, text(3));
    expect(refused.headers.get('retry-after')).toBe('10');
    expect((await post(app, text(4), { 'x-test-address': '192.0.2.2' })).status).toBe(201);
    now += 10_000;
    expect((await post(app, text(3))).status).toBe(201);
  });

  it('answers 503 with a time to come back when the store fails', async () => {
    const response = await post(createApp({ store: broken }), text());
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('10');
    expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } });
    expect(errors).toHaveLength(1);
  });

  it('does not answer before the store has committed', async () => {
    let commit = () => {};
    const slow: ReceiptStore = {
      ...store,
      add: (record) => new Promise<void>((resolve) => (commit = resolve)).then(() => store.add(record)),
    };
    let answered = false;
    const response = post(createApp({ store: slow }), text()).then((answer) => {
      answered = true;
      return answer;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).toBe(false);
    commit();
    expect((await response).status).toBe(201);
  });
});

describe('pages of other origins', () => {
  const shop = 'https://shop.example.net';

  it('may post and read the answer when their origin is configured', async () => {
    const response = await post(createApp({ origins: [shop] }), text(), { origin: shop });
    expect(response.status).toBe(201);
    expect(response.headers.get('access-control-allow-origin')).toBe(shop);
    expect(response.headers.get('vary')).toContain('Origin');
  });

  it('may read refusals too when their origin is configured', async () => {
    const response = await post(createApp({ origins: [shop] }), '[]', { origin: shop });
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe(shop);
    expect(response.headers.get('access-control-expose-headers')).toBe('retry-after');
  });

  it.each([
    'https://shop.example.net.evil.example',
    'https://evil.example',
    'http://shop.example.net',
    'null',
  ])('are refused with 403 from %s, and nothing is kept', async (origin) => {
    const response = await post(createApp({ origins: [shop] }), text(), { origin });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('vary')).toContain('Origin');
    expect(await stored()).toEqual([]);
  });

  it('get an answer to a preflight when configured and 403 otherwise', async () => {
    const app = createApp({ origins: [shop] });
    const preflight = (origin: string) => ask(app, RECORDS, { method: 'OPTIONS', headers: { origin } });
    const allowed = await preflight(shop);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(shop);
    expect(allowed.headers.get('access-control-allow-methods')).toBe('POST');
    expect((await preflight('https://evil.example')).status).toBe(403);
  });

  it('cannot read records even when configured', async () => {
    const response = await ask(createApp({ origins: [shop] }), RECORDS, {
      headers: { origin: shop, authorization: `Bearer ${TOKEN}` },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['its own origin', 'https://example.com', {}],
    ['its own host behind a proxy that ends TLS', 'https://example.com', { url: 'http://example.com' }],
    [
      'another name when the browser says it is the same origin',
      'https://www.example.com',
      { site: 'same-origin' },
    ],
  ])('are not what a page of %s is', async (_, origin, { url, site }: { url?: string; site?: string }) => {
    const response = await ask(createApp(), `${url ?? 'https://example.com'}/consentry/records`, {
      method: 'POST',
      body: text(),
      headers: { 'content-type': 'text/plain', origin, ...(site ? { 'sec-fetch-site': site } : {}) },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('reading records', () => {
  it.each(['', `/${aRecord().id}`, `/${aRecord().id}/receipt`])(
    'needs a token at /records%s',
    async (path) => {
      const app = createApp();
      await post(app, text());
      for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: TOKEN }]) {
        const response = await ask(app, RECORDS + path, { headers: headers as Record<string, string> });
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
        expect(await response.text()).not.toContain(aRecord().subject);
      }
      const response = await read(app, path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('gives nobody anything when no token is configured', async () => {
    const app = createApp({ readTokens: [] });
    for (const token of ['', TOKEN]) expect((await read(app, '', token)).status).toBe(401);
  });

  it('knows a token by its hash, and does not take the hash for the token', async () => {
    const hash = await sha256(TOKEN);
    const app = createApp({ readTokens: ['another-token-of-enough-length', hash] });
    expect((await read(app)).status).toBe(200);
    expect((await read(app, '', hash)).status).toBe(401);
  });

  it('slows down whoever guesses tokens', async () => {
    const app = createApp({ rateLimit: { burst: 3, perMinute: 1 } });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await read(app, '', `guess ${i}`)).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it('lists the latest first, page by page', async () => {
    const app = createApp();
    for (const number of [1, 2, 3]) await post(app, text(number));
    const first = await (await read(app, '?limit=2')).json();
    expect(first.records.map(({ record }: { record: unknown }) => record)).toEqual([aRecord(3), aRecord(2)]);
    expect(first.next).toBe(aRecord(2).id);
    const second = await (await read(app, `?limit=2&before=${first.next}`)).json();
    expect(second).toEqual({
      records: [{ receivedAt: '2026-11-21T07:00:00.000Z', hash: await sha256(text(1)), record: aRecord(1) }],
      next: null,
    });
  });

  it('lists one subject without the others', async () => {
    const app = createApp();
    for (const number of [1, 2]) await post(app, text(number));
    const { records } = await (await read(app, `?subject=${aRecord(1).subject}&before=`)).json();
    expect(records).toHaveLength(1);
  });

  it.each([
    ['limit', '0'],
    ['limit', '201'],
    ['limit', 'all'],
    ['subject', 'visitor@example.com'],
    ['before', "' OR 1=1"],
  ])('refuses %s=%s with 400', async (name, value) => {
    const response = await read(createApp(), `?${new URLSearchParams({ [name]: value })}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid-query', path: name } });
  });

  it('gives one record and its receipt byte for byte', async () => {
    const app = createApp();
    const posted = JSON.stringify(aRecord(), null, 1);
    const answered = await (await post(app, posted)).text();
    expect(await (await read(app, `/${aRecord().id}`)).text()).toBe(posted);
    expect(await (await read(app, `/${aRecord().id}/receipt`)).text()).toBe(answered);
  });

  it('answers 404 for a record that is not there', async () => {
    const app = createApp();
    expect((await read(app, `/${aRecord(9).id}`)).status).toBe(404);
    expect((await read(app, `/${aRecord(9).id}/receipt`)).status).toBe(404);
    expect((await read(app, '/nothing.json')).status).toBe(404);
  });

  it('answers 503 when the store fails, and tells the operator', async () => {
    expect((await read(createApp({ store: broken }))).status).toBe(503);
    expect(errors).toHaveLength(1);
  });
});

describe('keys, health and the rest', () => {
  it('publishes the keys that signed, now and earlier, and nothing secret', async () => {
    const earlier = await createPrivateKey();
    const app = createApp({ previousKeys: [earlier] });
    for (const url of ['/consentry/keys', '/.well-known/consentry-keys.json']) {
      const response = await ask(app, `https://example.com${url}`);
      const { keys } = await response.json();
      expect(keys).toMatchObject([{ kid: signingKey.keyId, kty: 'OKP', alg: 'Ed25519' }, { x: earlier.x }]);
      expect(keys[1]).not.toHaveProperty('d');
    }
  });

  it('verifies a receipt against the published keys', async () => {
    const app = createApp();
    const receipt = await (await post(app, text())).json();
    const { keys } = await (await ask(app, 'https://example.com/consentry/keys')).json();
    expect(await verify(receipt, keys)).toMatchObject({ ok: true });
  });

  it('says whether it can store', async () => {
    const health = 'https://example.com/consentry/health';
    expect((await ask(createApp(), health)).status).toBe(200);
    expect((await ask(createApp({ store: broken }), health)).status).toBe(503);
  });

  it.each([
    ['PUT', '/records', 'GET, POST, OPTIONS'],
    ['DELETE', `/records/${aRecord().id}`, 'GET'],
    ['POST', `/records/${aRecord().id}/receipt`, 'GET'],
  ])('answers %s %s with 405 and what is possible', async (method, path, allow) => {
    const response = await ask(createApp(), `https://example.com/consentry${path}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
  });

  it('answers 404 for every other address', async () => {
    for (const path of ['/', '/consentry', '/consentry/receipts/other.js', '/records'])
      expect((await ask(createApp(), `https://example.com${path}`)).status).toBe(404);
  });

  it('answers the same as a part of another app', async () => {
    const outer = new Hono();
    const shop = 'https://shop.example.net';
    outer.route('/', createApp({ origins: [shop] }));
    const refused = await post(outer, '[]', { origin: shop });
    expect(refused.status).toBe(400);
    expect(refused.headers.get('access-control-allow-origin')).toBe(shop);
    expect(await refused.json()).toMatchObject({ error: { code: 'invalid-record' } });
    expect((await post(outer, text(), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(outer, text())).status).toBe(201);
  });

  it('can live under another path', async () => {
    const app = createApp({ basePath: '/privacy/consent' });
    expect((await ask(app, 'https://example.com/privacy/consent/keys')).status).toBe(200);
    expect((await ask(app, 'https://example.com/consentry/keys')).status).toBe(404);
  });

  it.each([
    ['a short token', { readTokens: ['secret'] }],
    ['a base path that is none', { basePath: '/"><script>' }],
    ['an issuer with spaces', { issuer: 'the shop' }],
  ])('does not start with %s', (_, options) => {
    expect(() => createApp(options)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});

describe('the receipts page', () => {
  it('allows nothing but its own script, style and requests', async () => {
    const response = await ask(createApp(), 'https://example.com/consentry/receipts');
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe');
  });

  it('has neither inline script nor inline style nor data in it', async () => {
    const app = createApp();
    await post(app, text());
    const html = await (await ask(app, 'https://example.com/consentry/receipts')).text();
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|style=|\son\w+=/);
    expect(html).not.toContain(aRecord().subject);
  });

  it('serves its stylesheet', async () => {
    const response = await ask(createApp(), 'https://example.com/consentry/receipts/page.css');
    expect(response.headers.get('content-type')).toContain('text/css');
  });
});
