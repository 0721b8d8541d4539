// @vitest-environment happy-dom

// Vendors' own scripts, from their packages, on a page with the adapter: whether they understand what they are told.
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import type { Adapter } from '@consentry/adapters/define-adapter';
import { mixpanel } from '@consentry/adapters/mixpanel';
import { posthog } from '@consentry/adapters/posthog';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearPage, loadNothing, pageWith } from '../support/page-with-adapters.js';

type Page = Record<string, Record<string, (...args: unknown[]) => void>>;
const page = globalThis as unknown as Page;

interface Vendor {
  readonly adapter: () => Adapter;
  /** Its script, in the package that is a dependency of these tests. */
  readonly script: string;
  /** What a page calls to have something measured. */
  readonly measure: () => void;
}
const VENDORS: Readonly<Record<string, Vendor>> = {
  mixpanel: {
    adapter: () => mixpanel({ token: '0123456789abcdef0123456789abcdef', config: { batch_requests: false } }),
    script: 'mixpanel-browser/dist/mixpanel.globals.js',
    measure: () => page.mixpanel?.track?.('something'),
  },
  posthog: {
    adapter: () => posthog({ apiKey: 'phc_example' }),
    script: 'posthog-js/dist/array.js',
    measure: () => page.posthog?.capture?.('something'),
  },
};

const realSetTimeout = globalThis.setTimeout;
const ownNames = new Set(Object.keys(globalThis));
let sent: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  loadNothing();
  sent = [];
  // PostHog measures nobody who says to be a program.
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
  const sendBeacon = (url: string) => sent.push(url) > 0;
  for (const [name, value] of Object.entries({ userAgent, sendBeacon, webdriver: false }))
    Object.defineProperty(navigator, name, { value, configurable: true });
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    sent.push(`${input instanceof Request ? input.url : input}`);
    return Promise.resolve(new Response('{"status":1}'));
  });
  vi.spyOn(XMLHttpRequest.prototype, 'open').mockImplementation((_, url) => void sent.push(`${url}`));
  vi.spyOn(XMLHttpRequest.prototype, 'setRequestHeader').mockImplementation(() => {});
  vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {});
});
afterEach(() => {
  clearPage();
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const name of Object.keys(globalThis)) {
    if (!ownNames.has(name)) delete (globalThis as unknown as Record<string, unknown>)[name];
  }
});

/** A page on which the vendor's script arrives a moment after it was asked for. */
function visit({ adapter, script }: Vendor) {
  const made = adapter();
  vi.spyOn(document.documentElement, 'append').mockImplementation((element) => {
    setTimeout(() => {
      runInThisContext(readFileSync(`node_modules/${script}`, 'utf8'));
      (element as Element).dispatchEvent(new Event('load'));
    }, 50);
  });
  return pageWith({ purposes: [{ id: 'asked' }], vendors: [{ id: made.vendor, purposes: ['asked'] }] }, [
    made,
  ]);
}

/** Lets a vendor send what it has gathered, and answers what it sent. */
async function afterTenSeconds(): Promise<string[]> {
  await vi.advanceTimersByTimeAsync(10_000);
  // PostHog compresses what it sends, which takes a moment of the real clock.
  await new Promise((resolve) => realSetTimeout(resolve, 50));
  return sent.splice(0);
}

const stored = () =>
  [
    ...document.cookie.split('; ').map((pair) => pair.replace(/=.*/, '')),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ].filter((name) => name && !/opt_in_out/.test(name));

describe.each(Object.entries(VENDORS))('the real script of %s', (id, vendor) => {
  it('sends and stores nothing before a grant nor after a denial, and both after a grant', async () => {
    const { manager, errors, stop } = visit(vendor);
    manager.deny();
    expect(await afterTenSeconds()).toEqual([]);
    expect(stored()).toEqual([]);
    manager.grant();
    await afterTenSeconds();
    vendor.measure();
    expect((await afterTenSeconds()).length, id).toBeGreaterThan(0);
    expect(stored().length).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    manager.deny();
    stop();
  });

  it('measures nothing more after a withdrawal, in the same page, and leaves nothing behind', async () => {
    const { manager, stop } = visit(vendor);
    manager.grant();
    await afterTenSeconds();
    manager.deny();
    // What was gathered under the grant may still go out.
    await afterTenSeconds();
    vendor.measure();
    expect((await afterTenSeconds()).filter((url) => !/config|flags/.test(url))).toEqual([]);
    expect(stored()).toEqual([]);
    stop();
  });
});
