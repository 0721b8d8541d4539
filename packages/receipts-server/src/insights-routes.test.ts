import { createPrivateKey, importSigningKey } from '@consentry/receipts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../test/support/a-record.js';
import { createReceiptsApp } from './app.js';
import type { InsightsAnswer } from './insights/answer.js';
import { readKey } from './insights/counts.js';
import type { InsightsSettings } from './insights/settings.js';
import type { ReceiptStore } from './store.js';
import { openSqliteStore } from './stores/sqlite.js';

const TOKEN = 'a-token-of-enough-length';
const BASE = 'https://example.com/consentry';
const signingKey = await importSigningKey(await createPrivateKey());
let store: ReceiptStore;
let now: number;
let number: number;

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  now = Date.UTC(2026, 10, 21, 7);
  number = 0;
});
afterEach(() => store.close());

const createApp = (insights: InsightsSettings = {}, most = 1e6) =>
  createReceiptsApp({
    ...{ store, signingKey, insights, issuer: 'https://example.com', readTokens: [TOKEN], now: () => now },
    clientAddress: () => '192.0.2.1',
    rateLimit: { burst: most, perMinute: most },
    sites: ['omakase'],
  });
type App = ReturnType<typeof createApp>;

const post = (app: App, path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.fetch(
    new Request(`${BASE}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'text/plain', ...headers },
    }),
  );
const decide = async (app: App, times: number, choice: 'grant' | 'deny', change = {}, headers = {}) => {
  for (let i = 0; i < times; i++) {
    const record = aRecord(++number, { choices: { analytics: choice }, ...change });
    expect((await post(app, '/records', record, headers)).status).toBe(201);
  }
};
const ask = (app: App, query = '', token = TOKEN) =>
  app.fetch(new Request(`${BASE}/insights/data${query}`, { headers: { authorization: `Bearer ${token}` } }));
const answer = async (app: App, query = '') => {
  now += 2000;
  const response = await ask(app, query);
  expect(response.status).toBe(200);
  return (await response.json()) as InsightsAnswer;
};

describe('GET /insights/data', () => {
  it('tells nothing without a token, with a wrong one, or with one that may only post', async () => {
    const app = createApp();
    expect((await app.fetch(new Request(`${BASE}/insights/data`))).status).toBe(401);
    expect((await ask(app, '', 'another-token-of-a-stranger')).status).toBe(401);
  });

  it('lets nobody try many tokens', async () => {
    const app = createApp({}, 3);
    for (let i = 0; i < 3; i++) expect((await ask(app, '', `wrong-token-${i}`)).status).toBe(401);
    expect((await ask(app, '', 'wrong-token-4')).status).toBe(429);
  });

  it('says what was decided, and how sure that is', async () => {
    const app = createApp();
    expect((await answer(app)).topics).toEqual([]);
    await decide(app, 60, 'grant');
    await decide(app, 20, 'deny');
    const { total, topics, topic, series, by } = await answer(app);
    expect(topic).toBe('analytics');
    expect(total).toMatchObject({ decisions: 80, granted: 60, denied: 20, rate: { value: 0.75 } });
    expect(total.rate?.low).toBeCloseTo(0.6453, 3);
    expect(topics[0]).toMatchObject({ id: 'analytics', now: { granted: 60 }, before: { decisions: 0 } });
    expect(series.rows).toHaveLength(28);
    expect(series.rows.at(-1)).toMatchObject({ key: '2026-11-21', decisions: 80 });
    expect(by.version).toMatchObject([{ key: '3', decisions: 80 }]);
  });

  it('compares two versions of the notice, and does not claim what it cannot know', async () => {
    const app = createApp();
    await decide(app, 300, 'grant', { notice: { version: 3 } });
    await decide(app, 100, 'deny', { notice: { version: 3 } });
    await decide(app, 200, 'grant', { notice: { version: 2 } });
    await decide(app, 200, 'deny', { notice: { version: 2 } });
    await decide(app, 20, 'grant', { notice: { version: 1 } });
    await decide(app, 11, 'deny', { notice: { version: 1 } });
    const { versions } = await answer(app);
    expect(versions).toMatchObject({ one: '3', other: '2', verdict: 'more', difference: { value: 0.25 } });
    const { versions: others } = await answer(app, '?one=3&other=1');
    expect(others).toMatchObject({ one: '3', other: '1', verdict: 'unclear' });
    expect(others?.needed).toBeGreaterThan(50);
  });

  it('hides small numbers and what would give them away, in its answer and in its CSV alike', async () => {
    const app = createApp({ countryHeader: 'X-Country' });
    await decide(app, 40, 'grant', {}, { 'x-country': 'JP' });
    await decide(app, 30, 'deny', {}, { 'x-country': 'JP' });
    await decide(app, 25, 'grant', {}, { 'x-country': 'de' });
    await decide(app, 25, 'deny', {}, { 'x-country': 'de' });
    await decide(app, 3, 'grant', {}, { 'x-country': 'FR' });
    const { by, total } = await answer(app);
    expect(total).toMatchObject({ decisions: 123, granted: 68 });
    expect(by.country).toMatchObject([
      { key: 'JP', decisions: 70, granted: 40 },
      { key: 'DE', decisions: null, granted: null, rate: null },
      { key: 'FR', decisions: null, granted: null, rate: null },
    ]);
    const csv = await (await ask(app, '?csv=country')).text();
    expect(csv).toContain('JP,70,40,30');
    expect(csv).toMatch(/FR,,,,.*may be fewer than 10: decisions granted denied/);
    expect(csv).not.toMatch(/FR,3|DE,50/);
  });

  it('narrows to what is asked for', async () => {
    const app = createApp({ countryHeader: 'X-Country' });
    await decide(app, 40, 'grant', { notice: { version: 3, language: 'ja' } }, { 'x-country': 'JP' });
    await decide(app, 30, 'deny', { notice: { version: 3, language: 'en' } }, { 'x-country': 'XX' });
    expect((await answer(app, '?language=ja')).total).toMatchObject({ granted: 40, denied: 0 });
    expect((await answer(app, '?country=')).total).toMatchObject({ granted: 0, denied: 30 });
    expect((await answer(app, '?to=2026-11-20')).total).toMatchObject({ decisions: 0 });
    expect((await answer(app, '?language=ja')).by.language).toHaveLength(2);
    expect((await answer(app)).standouts[0]).toMatchObject({
      dimension: 'language',
      comparison: { one: 'ja', verdict: 'more' },
    });
  });

  it('takes a country from nobody but the header that was named', async () => {
    const app = createApp();
    await decide(app, 1, 'grant', {}, { 'x-country': 'JP', 'cf-ipcountry': 'JP' });
    const counts = await store.counters.read({ from: '', to: '9' });
    expect(counts.map(({ key }) => readKey(key).country)).toEqual(['', '']);
  });

  it.each([
    '?from=2026-02-30',
    '?from=2026-11-22&to=2026-11-21',
    '?from=1990-01-01',
    '?csv=people',
    '?version=x',
  ])('says what is wrong with %s', async (query) => {
    const response = await ask(createApp(), query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid-query' } });
  });
});

describe('POST /shown', () => {
  const banner = { site: 'omakase', version: 3, language: 'ja' };

  it('is not there until the owner asks for it', async () => {
    expect((await post(createApp(), '/shown', banner)).status).toBe(404);
  });

  it('counts a banner without anything about a person, and tells how many were ignored', async () => {
    const app = createApp({ countShown: true });
    for (let i = 0; i < 100; i++) expect((await post(app, '/shown', banner)).status).toBe(204);
    await decide(app, 40, 'grant');
    await decide(app, 20, 'deny');
    expect((await answer(app)).total).toMatchObject({ shown: 100, answered: 60, ignored: 40 });
    expect(await store.list({ limit: 200 })).toHaveLength(60);
  });

  it('refuses whatever else somebody sends along, and pages of others', async () => {
    const app = createApp({ countShown: true });
    for (const body of [
      { ...banner, subject: 'x' },
      { ...banner, site: 'another' },
      { ...banner, version: 0 },
      null,
      7,
    ])
      expect((await post(app, '/shown', body)).status).toBe(400);
    expect((await post(app, '/shown', banner, { origin: 'https://evil.example' })).status).toBe(403);
    expect(await store.counters.span()).toBeUndefined();
  });

  it('takes no hash of a stranger for a layout', async () => {
    const app = createApp({ countShown: true });
    const [own, other] = ['A', 'B'].map((letter) => `sha256-${letter.repeat(43)}`) as [string, string];
    await store.putShown({ hash: own, text: '{}' });
    for (const hash of [own, other]) await post(app, '/shown', { ...banner, hash });
    const counts = await store.counters.read({ from: '', to: '9' });
    expect(counts.map(({ key }) => readKey(key).layout).sort()).toEqual(['', own]);
  });

  it('has a limit of its own, which leaves records alone', async () => {
    const app = createApp({ countShown: true }, 2);
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await post(app, '/shown', banner)).status);
    expect(statuses).toEqual([204, 204, 429]);
    expect((await post(app, '/records', aRecord(1))).status).toBe(201);
  });
});

describe('GET /insights', () => {
  it('is a page that runs nothing but its own files, and holds no figures', async () => {
    const app = createApp();
    await decide(app, 50, 'grant');
    const response = await app.fetch(new Request(`${BASE}/insights`));
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    const html = await response.text();
    expect(html).toContain('src="/consentry/insights/insights.js"');
    expect(html).not.toContain('analytics');
  });
});
