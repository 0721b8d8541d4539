import { createPrivateKey, importSigningKey } from '@consentry/receipts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReceiptsApp } from '../app.js';
import type { ReceiptsAppOptions } from '../app-options.js';
import type { ReceiptStore } from '../store.js';
import { openSqliteStore } from '../stores/sqlite.js';

const TOKEN = 'a-token-of-enough-length';
const DRIFT = 'https://example.com/consentry/drift';
const DAY_MS = 86_400_000;
const signingKey = await importSigningKey(await createPrivateKey());
let store: ReceiptStore;
let now: number;

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  now = Date.UTC(2026, 10, 21, 7);
});
afterEach(() => store.close());

const createApp = (options: Partial<ReceiptsAppOptions> = {}) =>
  createReceiptsApp({
    ...{ store, signingKey, issuer: 'https://example.com', readTokens: [TOKEN], now: () => now },
    ...{ clientAddress: () => '192.0.2.1', sites: ['tea'], drift: true, ...options },
  });
type App = ReturnType<typeof createApp>;
const tell = (app: App, report: unknown, headers: Record<string, string> = {}) =>
  app.fetch(
    new Request(DRIFT, {
      method: 'POST',
      body: typeof report === 'string' ? report : JSON.stringify(report),
      headers: { 'content-type': 'text/plain', ...headers },
    }),
  );
const ask = (app: App, token?: string) =>
  app.fetch(new Request(DRIFT, { headers: token ? { authorization: `Bearer ${token}` } : {} }));
const read = async (app: App) => (await ask(app, TOKEN)).json();

describe('POST /drift', () => {
  it('counts what page views met by host, kind and day, and shows it to a reader', async () => {
    const app = createApp();
    expect(await read(app)).toEqual({ keptDays: 90, hosts: [] });
    expect((await tell(app, { site: 'tea', unlisted: ['cdn.example'] })).status).toBe(204);
    now += DAY_MS;
    const report = { site: 'tea', unlisted: ['cdn.example'], withheld: ['a.ads.example'], stopped: [] };
    await tell(app, report);
    expect(await read(app)).toEqual({
      keptDays: 90,
      hosts: [
        {
          ...{ site: 'tea', host: 'a.ads.example', kind: 'withheld', count: 1, days: { '2026-11-22': 1 } },
          ...{ firstSeen: '2026-11-22T07:00:00.000Z', lastSeen: '2026-11-22T07:00:00.000Z' },
        },
        {
          ...{ site: 'tea', host: 'cdn.example', kind: 'unlisted', count: 2 },
          ...{ firstSeen: '2026-11-21T07:00:00.000Z', lastSeen: '2026-11-22T07:00:00.000Z' },
          days: { '2026-11-21': 1, '2026-11-22': 1 },
        },
      ],
    });
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', null],
    ['a list', ['cdn.example']],
    ['no site', { unlisted: ['cdn.example'] }],
    ['another site', { site: 'coffee', unlisted: ['cdn.example'] }],
    ['no host', { site: 'tea', unlisted: [] }],
    ['a visitor', { site: 'tea', unlisted: ['cdn.example'], visitor: 'anna' }],
    ['an address with a path', { site: 'tea', unlisted: ['cdn.example/anna'] }],
    ['an address with a scheme', { site: 'tea', unlisted: ['https://cdn.example'] }],
    ['capitals', { site: 'tea', unlisted: ['CDN.example'] }],
    ['one word', { site: 'tea', unlisted: ['localhost'] }],
    ['more than three labels', { site: 'tea', unlisted: ['anna.smith.cdn.example'] }],
    ['a label that is a number', { site: 'tea', unlisted: ['a1234567.cdn.example'] }],
    ['a label that is long', { site: 'tea', unlisted: [`${'a'.repeat(26)}.cdn.example`] }],
    ['markup', { site: 'tea', unlisted: ['<img src=x onerror=alert(1)>.example'] }],
    ['a terminal sequence', { site: 'tea', unlisted: ['\u001b[31mcdn.example'] }],
    ['something else for a host', { site: 'tea', unlisted: [{ toString: 'cdn.example' }] }],
    ['something else for hosts', { site: 'tea', unlisted: 'cdn.example' }],
    ['too many hosts', { site: 'tea', unlisted: Array.from({ length: 21 }, (_, i) => `h${i}.example`) }],
  ])('refuses %s, and keeps nothing of it', async (_, report) => {
    const app = createApp();
    expect((await tell(app, report as object)).status).toBe(400);
    expect(await read(app)).toEqual({ keptDays: 90, hosts: [] });
  });

  it('takes what pages shorten: three labels, a star for more, and addresses of machines', async () => {
    const app = createApp();
    const hosts = ['*.cdn.example.com', '_dmarc.example.com', 'xn--9ca.example', '192.0.2.7', 'a.co.uk'];
    expect((await tell(app, { site: 'tea', unlisted: hosts })).status).toBe(204);
    expect((await read(app)).hosts).toHaveLength(5);
  });

  it('refuses a long body, a page of a stranger, and one address that posts all the time', async () => {
    const app = createApp({ rateLimit: { burst: 3, perMinute: 1 } });
    expect((await tell(app, 'x'.repeat(5000))).status).toBe(413);
    const report = { site: 'tea', unlisted: ['cdn.example'] };
    expect((await tell(app, report, { origin: 'https://stranger.example' })).status).toBe(403);
    for (const status of [204, 204, 429]) expect((await tell(app, report)).status).toBe(status);
  });

  it('sets no cookie, and may not be cached', async () => {
    const { headers } = await tell(createApp(), { site: 'tea', unlisted: ['cdn.example'] });
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('forgets a day after 90 days', async () => {
    const app = createApp();
    await tell(app, { site: 'tea', unlisted: ['old.example'] });
    now += 90 * DAY_MS;
    await tell(app, { site: 'tea', unlisted: ['new.example'] });
    expect((await read(app)).hosts).toHaveLength(2);
    now += DAY_MS;
    await tell(app, { site: 'tea', unlisted: ['new.example'] });
    expect((await read(app)).hosts.map(({ host }: { host: string }) => host)).toEqual(['new.example']);
  });

  it('is not there where the site has not asked for it', async () => {
    const app = createApp({ drift: false });
    expect((await tell(app, { site: 'tea', unlisted: ['cdn.example'] })).status).toBe(404);
    expect((await ask(app, TOKEN)).status).toBe(404);
  });
});

describe('GET /drift', () => {
  it('tells nothing without a token or with a wrong one, and says in the audit who looked', async () => {
    const app = createApp();
    expect((await ask(app)).status).toBe(401);
    expect((await ask(app, 'another-token-of-enough-length')).status).toBe(401);
    expect(await store.log.entries({ limit: 10 })).toEqual([]);
    expect((await ask(app, TOKEN)).status).toBe(200);
    const [entry] = await store.log.entries({ limit: 10 });
    expect(JSON.parse(entry?.text ?? '')).toMatchObject({ actor: 'read-token', action: 'drift.read' });
    expect((await app.fetch(new Request(DRIFT, { method: 'PUT' }))).status).toBe(405);
  });
});
