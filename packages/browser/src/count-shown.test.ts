import { afterEach, expect, it, vi } from 'vitest';
import { countShown } from './count-shown.js';
import type { PageHost } from './parts.js';

afterEach(() => vi.unstubAllGlobals());

const host = { id: 'omakase', endpoint: '/consentry/records', shared: {} } as PageHost;

it('tells of a banner without a cookie, a referrer, or anything about the visitor', () => {
  const fetch = vi.fn(async (..._: [string, RequestInit]) => new Response(null, { status: 204 }));
  vi.stubGlobal('fetch', fetch);
  const count = countShown(3, { ja: 'sha256-a' });
  expect(fetch).not.toHaveBeenCalled();
  count(host, 'ja');
  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(url).toBe('/consentry/shown');
  expect(init).toMatchObject({
    method: 'POST',
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  expect(JSON.parse(String(init?.body))).toEqual({
    site: 'omakase',
    version: 3,
    language: 'ja',
    hash: 'sha256-a',
  });
});

it('troubles nobody when the count does not arrive', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
  expect(() => countShown(3, {})(host, 'ja')).not.toThrow();
  await Promise.resolve();
});
