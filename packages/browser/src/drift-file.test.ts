import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tell } from './drift-file.js';

const fetch = vi.fn(async (..._: [string, RequestInit]) => new Response(null, { status: 204 }));
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  fetch.mockClear();
  warn.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

const on = (hostname: string) => ({ location: { hostname } }) as never;
const MET = { unlisted: ['cdn.example'], stopped: ['live.example'], withheld: ['counter.example'] };

it('tells the server names of hosts, without a cookie, a referrer, or anything about the visitor', () => {
  tell(MET, 'tea', '/consentry/drift', on('shop.example'));
  const [address, init] = fetch.mock.calls[0] ?? [];
  expect(address).toBe('/consentry/drift');
  expect(init).toMatchObject({
    ...{ method: 'POST', keepalive: true, credentials: 'omit', referrerPolicy: 'no-referrer' },
    body: JSON.stringify({ site: 'tea', ...MET }),
  });
  expect(warn).not.toHaveBeenCalled();
});

it('tells whoever works on the site, and no server where none is named', () => {
  tell(MET, 'tea', undefined, on('localhost'));
  expect(fetch).not.toHaveBeenCalled();
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.calls[0]?.[0]).toBe(
    [
      'Consentry: this page and consentry.json have drifted apart.',
      '  cdn.example was contacted, and belongs to nobody in the file',
      "  live.example belongs to nobody in the file; the page's policy stopped it",
      '  counter.example was contacted while its vendor is withheld',
      'npx consentry drift cdn.example live.example counter.example says who that may be and what to do.',
    ].join('\n'),
  );
});

it('says nothing when the report does not arrive', async () => {
  fetch.mockRejectedValueOnce(new TypeError('no network'));
  expect(() => tell(MET, 'tea', '/consentry/drift', on('shop.example'))).not.toThrow();
  // An unhandled rejection would fail this test.
  await new Promise((resolve) => setTimeout(resolve));
  expect(warn).not.toHaveBeenCalled();
});
