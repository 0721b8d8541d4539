// @vitest-environment node
import { createConsentManager, type RegimeRule } from '@consentry/core';
import { describe, expect, it } from 'vitest';
import { DAY_MS, MemoryBrowser, NOON_MS } from '../../../../test/support/memory-platform.js';
import { createConsentPolicy } from './consent-policy.js';
import type { PolicySite } from './policy-site.js';

const SITE: PolicySite = {
  purposes: [{ id: 'site', exempt: true }, { id: 'analytics' }, { id: 'mail', signals: ['gpc'] }],
  vendors: [
    { id: 'acme', purposes: ['analytics'], hosts: ['acme.example', '/acme'] },
    { id: 'post', purposes: ['mail'], hosts: ['post.example', '/proxy/post'] },
  ],
  hosts: ['cdn.example'],
};
const under = (regime: Partial<RegimeRule>): PolicySite => ({ ...SITE, regime });

/** What a browser sends with a request for a page. */
interface Sent {
  cookie?: string;
  gpc?: string;
  nowMs?: number;
  headers?: Record<string, string>;
}
const requestOf = ({ cookie, gpc, headers = {} }: Sent) => {
  const sent: Record<string, string | undefined> = { cookie, 'sec-gpc': gpc, ...headers };
  return { get: (name: string) => sent[name] };
};
const headersFor = (sent: Sent, site = SITE, contentType: string | null = 'text/html') =>
  createConsentPolicy(site, { now: () => sent.nowMs ?? NOON_MS }).headers(requestOf(sent), {
    get: (name) => (name === 'content-type' ? contentType : null),
  });
/** The hosts of {@link SITE} that a visitor's pages may reach; `all` without any policy. */
const reached = (sent: Sent, site = SITE) => {
  const policy = headersFor(sent, site)['content-security-policy'];
  if (policy === undefined) return 'all';
  return ['acme.example', 'post.example', 'cdn.example', 'stranger.example'].filter((host) =>
    policy.includes(` ${host}:*`),
  );
};
/** The cookie of a visitor who did this in the page, at noon. */
function cookieAfter(act: (manager: ReturnType<typeof createConsentManager>) => void, site = SITE): string {
  const browser = new MemoryBrowser();
  act(createConsentManager(site, browser.tab()));
  return `consentry=${browser.values[0]}`;
}
const granted = cookieAfter((manager) => manager.grant(['analytics']));

describe('the policy of a response', () => {
  it('reaches no vendor before a decision, the granted one after it, and none after the withdrawal', () => {
    expect(reached({})).toEqual(['cdn.example']);
    expect(reached({ cookie: granted })).toEqual(['acme.example', 'cdn.example']);
    const withdrawn = cookieAfter((manager) => {
      manager.grant(['analytics']);
      manager.deny(['analytics']);
    });
    expect(reached({ cookie: withdrawn })).toEqual(['cdn.example']);
  });

  it('is not there when everything is allowed', () => {
    const cookie = cookieAfter((manager) => manager.grant());
    expect(reached({ cookie })).toBe('all');
    expect(headersFor({ cookie })).not.toHaveProperty('x-dns-prefetch-control');
    expect(headersFor({})['x-dns-prefetch-control']).toBe('off');
  });

  it('is there as long as a purpose without vendors is not allowed', () => {
    const site = { ...SITE, purposes: [...SITE.purposes, { id: 'media' }] };
    const after = (...ids: string[]) =>
      reached({ cookie: cookieAfter((manager) => manager.grant(ids), site) }, site);
    expect(after('analytics', 'mail')).toEqual(['acme.example', 'post.example', 'cdn.example']);
    expect(after('analytics', 'mail', 'media')).toBe('all');
  });

  it('finds the cookie among others, and by the name that the site gave it', () => {
    expect(reached({ cookie: `a=1; ${granted}; b=consentry=2` })).toEqual(['acme.example', 'cdn.example']);
    const named = granted.replace('consentry=', 'shop=');
    expect(reached({ cookie: named })).toEqual(['cdn.example']);
    expect(reached({ cookie: named }, { ...SITE, cookie: { name: 'shop' } })).toEqual([
      'acme.example',
      'cdn.example',
    ]);
  });

  it.each([
    ['an empty cookie', 'consentry='],
    ['half a cookie', granted.slice(0, -3)],
    ['a cookie of another version', granted.replace('=1.', '=2.')],
    ['a cookie with something behind it', `${granted}x`],
    ['two cookies that disagree', `${granted}; ${cookieAfter((manager) => manager.deny())}`],
    [
      'two cookies that disagree, joined by a comma',
      `${granted}, ${cookieAfter((manager) => manager.deny())}`,
    ],
  ])('reaches no vendor with %s, whatever the regime', (_, cookie) => {
    expect(reached({ cookie })).toEqual(['cdn.example']);
    expect(reached({ cookie }, under({ model: 'opt-out' }))).toEqual(['cdn.example']);
    expect(reached({ cookie }, under({ model: 'notice' }))).toEqual(['cdn.example']);
  });

  it('takes the same cookie twice for what it says', () => {
    expect(reached({ cookie: `${granted}; ${granted}` })).toEqual(['acme.example', 'cdn.example']);
  });

  it('ends with the grant, and does not begin before it by the clock', () => {
    expect(reached({ cookie: granted, nowMs: NOON_MS + 179 * DAY_MS })).toEqual([
      'acme.example',
      'cdn.example',
    ]);
    expect(reached({ cookie: granted, nowMs: NOON_MS + 180 * DAY_MS })).toEqual(['cdn.example']);
    expect(reached({ cookie: granted, nowMs: NOON_MS - DAY_MS })).toEqual(['cdn.example']);
  });

  it('does not cover a vendor that came onto the notice after the grant', () => {
    const site: PolicySite = {
      ...SITE,
      noticeVersion: 2,
      vendors: [
        ...SITE.vendors,
        { id: 'late', purposes: ['analytics'], since: 2, hosts: ['stranger.example'] },
      ],
    };
    expect(reached({ cookie: granted }, site)).toEqual(['acme.example', 'cdn.example']);
    const again = cookieAfter((manager) => manager.grant(['analytics']), site);
    expect(reached({ cookie: again }, site)).toEqual(['acme.example', 'cdn.example', 'stranger.example']);
  });

  it('follows the decision on a vendor against its purpose', () => {
    const cookie = cookieAfter((manager) =>
      manager.decide({ analytics: 'grant', acme: 'deny', post: 'grant' }),
    );
    expect(reached({ cookie })).toEqual(['post.example', 'cdn.example']);
  });

  it.each(['opt-out', 'notice'] as const)(
    'lets everything run under %s until the visitor says no, and after the quiet period still not',
    (model) => {
      const site = under({ model });
      expect(reached({}, site)).toBe('all');
      const denied = cookieAfter((manager) => manager.deny(['analytics']), site);
      expect(reached({ cookie: denied }, site)).toEqual(['post.example', 'cdn.example']);
      expect(reached({ cookie: denied, nowMs: NOON_MS + 400 * DAY_MS }, site)).toEqual([
        'post.example',
        'cdn.example',
      ]);
    },
  );

  it('takes Global Privacy Control for a no where the site does, unless the visitor knew better', () => {
    const site = under({ model: 'opt-out' });
    expect(reached({ gpc: '1' }, site)).toEqual(['acme.example', 'cdn.example']);
    expect(reached({ gpc: '0' }, site)).toBe('all');
    expect(reached({ gpc: '1' }, under({ model: 'opt-out', gpc: 'inform' }))).toBe('all');
    const cookie = cookieAfter((manager) => manager.grant());
    expect(reached({ cookie, gpc: '1' })).toEqual(['acme.example', 'cdn.example']);
    const browser = new MemoryBrowser();
    browser.gpc = true;
    createConsentManager(SITE, browser.tab()).grant(['analytics', 'mail']);
    expect(reached({ cookie: `consentry=${browser.values[0]}`, gpc: '1' })).toBe('all');
  });

  it("says that a page is one visitor's and of this moment, with a policy or without", () => {
    for (const cookie of ['', cookieAfter((manager) => manager.grant())]) {
      expect(headersFor({ cookie })).toMatchObject({
        vary: 'Cookie, Sec-GPC',
        'cache-control': 'private, no-cache',
      });
    }
  });

  it('joins what the response says already, and lets it be stricter about storing', () => {
    const policy = createConsentPolicy(SITE);
    const on = (response: Record<string, string>) =>
      policy.headers({ get: () => null }, { get: (name) => response[name] });
    const ours = on({})['content-security-policy'];
    expect(
      on({
        'content-security-policy': "object-src 'none'",
        vary: 'Accept-Encoding',
        'cache-control': 'public, max-age=3600',
        'x-dns-prefetch-control': 'on',
      }),
    ).toEqual({
      'content-security-policy': `object-src 'none', ${ours}`,
      vary: 'Accept-Encoding, Cookie, Sec-GPC',
      'cache-control': 'private, no-cache',
      'x-dns-prefetch-control': 'off',
    });
    expect(on({ 'cache-control': 'no-store' })['cache-control']).toBe('no-store');
  });

  it('has nothing to say on a site where everything is exempt', () => {
    expect(headersFor({}, { purposes: [{ id: 'site', exempt: true }], vendors: [] })).toEqual({});
  });

  it('is for whatever may become a page or a worker, and for nothing else', () => {
    const withPolicy = (type: string | null, headers: Record<string, string> = {}) =>
      'content-security-policy' in headersFor({ headers }, SITE, type);
    expect(withPolicy('text/html; charset=utf-8')).toBe(true);
    expect(withPolicy('application/xhtml+xml')).toBe(true);
    expect(withPolicy('image/svg+xml')).toBe(true);
    // Nobody has said what it is, so it may be a page.
    expect(withPolicy(null)).toBe(true);
    expect(withPolicy('text/html', { 'sec-fetch-dest': 'document' })).toBe(true);
    expect(withPolicy('text/html', { 'sec-fetch-dest': 'iframe' })).toBe(true);
    // Prefetched, it is shown out of the cache later.
    expect(withPolicy('text/html', { 'sec-fetch-dest': 'empty' })).toBe(true);
    expect(withPolicy('text/javascript', { 'sec-fetch-dest': 'worker' })).toBe(true);
    expect(withPolicy('text/javascript', { 'sec-fetch-dest': 'sharedworker' })).toBe(true);

    expect(withPolicy('text/javascript')).toBe(false);
    expect(withPolicy('application/json', { 'sec-fetch-dest': 'empty' })).toBe(false);
    expect(withPolicy('image/svg+xml', { 'sec-fetch-dest': 'image' })).toBe(false);
    expect(withPolicy('text/css', { 'sec-fetch-dest': 'style' })).toBe(false);
    expect(withPolicy('text/javascript', { 'sec-fetch-dest': 'serviceworker' })).toBe(false);
    expect(withPolicy('text/javascript', { 'service-worker': 'script' })).toBe(false);
  });
});

describe('a path of the site that leads to a vendor', () => {
  const withholds = (path: string, sent: Sent = {}, site = SITE) =>
    createConsentPolicy(site, { now: () => NOON_MS }).withholds(path, requestOf(sent));

  it('is withheld before a grant and let through after it, with everything below it', () => {
    for (const path of ['/acme', '/acme/', '/acme?x=1', '/acme/t.js', '/acme/a/b']) {
      expect(withholds(path)).toBe(true);
      expect(withholds(path, { cookie: granted })).toBe(false);
    }
    expect(withholds('/proxy/post/x', { cookie: granted })).toBe(true);
  });

  it.each(['/', '', '/acmeology', '/other/acme', '/proxy', '/proxy/other'])('is not "%s"', (path) => {
    expect(withholds(path)).toBe(false);
  });

  it.each([
    '//acme',
    '/./acme',
    '/x/../acme',
    '/%61cme',
    '/ACME/t.js',
    '\\acme',
    '/acme%2Ft.js',
    '/proxy//post',
  ])('is "%s" as well, which some server takes for it', (path) => {
    expect(withholds(path)).toBe(true);
  });

  it('is looked at as it came where it cannot be decoded', () => {
    expect(withholds('/acme/%zz')).toBe(true);
    expect(withholds('/%zz')).toBe(false);
  });

  it('belongs to whoever declared the longest part of it, and to all who declared the same', () => {
    const site: PolicySite = {
      ...SITE,
      hosts: ['/t/own'],
      vendors: [
        { id: 'acme', purposes: ['analytics'], hosts: ['/t', '/both'] },
        { id: 'post', purposes: ['mail'], hosts: ['/t/post', '/both'] },
      ],
    };
    expect(withholds('/t/x', { cookie: granted }, site)).toBe(false);
    expect(withholds('/t/post/x', { cookie: granted }, site)).toBe(true);
    expect(withholds('/t/own/x', {}, site)).toBe(false);
    expect(withholds('/both', { cookie: granted }, site)).toBe(false);
    expect(withholds('/both', {}, site)).toBe(true);
  });
});
