// @vitest-environment happy-dom

import { readFileSync, writeFileSync } from 'node:fs';
import { connectAdapters } from '@consentry/adapters/connect';
import type { Adapter, AdapterFactory } from '@consentry/adapters/define-adapter';
import type { VendorDescription } from '@consentry/adapters/describe-vendor';
// What every vendor is told, and in which order, against test/vectors/consent-calls.json.
//   RECORD=<id> npm run test:unit -- test/contract/consent-calls.test.ts   records that adapter anew; RECORD=all every one
import { GOOGLE_ADAPTERS } from '@consentry/adapters/google-consent';
import { createConsentManager } from '@consentry/core';
import { createGate } from '@consentry/gate';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../support/memory-platform.js';
import { clearPage, loadNothing, settle } from '../support/page-with-adapters.js';
import { recordCalls } from '../support/record-calls.js';

type Module = Record<string, unknown> & { description: VendorDescription };
/** What a page has seen after each act of a visitor. */
type Recording = Readonly<Record<string, readonly string[]>>;

const files = import.meta.glob<Module>(
  ['../../packages/adapters/src/vendors/*.ts', '!../../packages/adapters/src/vendors/*.test.ts'],
  { eager: true },
);
/** Those that speak Google's consent mode have recordings of their own, in google-consent.json. */
const GOOGLE = Object.keys(GOOGLE_ADAPTERS);
const adapters = Object.fromEntries(
  Object.entries(files)
    .map(([file, { description, ...rest }]) => {
      const factory = Object.values(rest)[0] as AdapterFactory<unknown>;
      return [file.replace(/^.*\/|\.ts$/g, ''), () => factory(description.example)] as const;
    })
    .filter(([slug]) => !GOOGLE.includes(slug)),
);

const VECTORS = 'test/vectors/consent-calls.json';
const vectors = JSON.parse(readFileSync(VECTORS, 'utf8')) as {
  comment: string;
  recordings: Record<string, Recording>;
};
const recorded: Record<string, Recording> = {};
const { RECORD } = process.env;
const isRecording = (slug: string) => RECORD === 'all' || RECORD === slug;

/** The acts of a visitor, page by page; each starts on a page that nobody has decided on. */
const VISITS = [
  { start: 'start', deny: 'deny', grant: 'grant after a denial' },
  { start: '', grant: 'grant', deny: 'withdraw', again: 'grant again' },
] as const;

const ownNames = new Set(Object.keys(globalThis));
function clean() {
  clearPage();
  vi.restoreAllMocks();
  // Only now: what a test has put in place of the browser's own is back.
  for (const name of Object.keys(globalThis)) {
    if (!ownNames.has(name)) delete (globalThis as unknown as Record<string, unknown>)[name];
  }
}
beforeEach(loadNothing);
afterEach(clean);

async function record(make: () => Adapter): Promise<Recording> {
  const recording: Record<string, string[]> = {};
  for (const visit of VISITS) {
    clean();
    loadNothing();
    const adapter = make();
    const calls = recordCalls(adapter);
    const manager = createConsentManager(
      { purposes: [{ id: 'asked' }], vendors: [{ id: adapter.vendor, purposes: ['asked'] }] },
      new MemoryBrowser().tab(),
    );
    const gate = createGate(manager);
    const stop = connectAdapters(manager, gate, [adapter], {
      removeStorage: () => {},
      onReloadNeeded: () => calls.say('reload'),
      onError: (error) => calls.say(String(error)),
    });
    for (const [act, name] of Object.entries(visit)) {
      if (act === 'deny') manager.deny();
      else if (act !== 'start') manager.grant();
      await settle();
      const lines = calls.take();
      if (name) recording[name] = lines;
    }
    // A frame that was placed would find its place again on the next page.
    manager.deny();
    await settle();
    stop();
  }
  return recording;
}

describe.each(Object.keys(adapters))('what %s is told', (slug) => {
  it('is what was recorded, call by call and in order', async () => {
    const recording = await record(adapters[slug] as () => Adapter);
    if (isRecording(slug)) recorded[slug] = recording;
    else expect(recording).toEqual(vectors.recordings[slug]);
  });

  it('is nothing that loads before a grant, and no failure', async () => {
    const { start = [], deny = [], ...rest } = await record(adapters[slug] as () => Adapter);
    expect([...start, ...deny].filter((line) => /^(script|iframe|img) /.test(line))).toEqual([]);
    expect(
      Object.values(rest)
        .flat()
        .filter((line) => /Error/.test(line)),
    ).toEqual([]);
  });
});

/** Calls that have to stand in this order from page start to the script, by what the vendors document. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  matomo: ['requireConsent', 'setConsentGiven', 'setTrackerUrl', 'trackPageView', 'script '],
  'meta-pixel': ['"consent", "revoke"', '"consent", "grant"', '"init"', '"PageView"', 'script '],
  'microsoft-uet': ['"default"', '"denied"', '"update"', '"granted"', 'script ', 'new UET'],
  'tiktok-pixel': ['holdConsent', 'grantConsent', '"page"', 'script '],
  'pinterest-tag': ['"setconsent", false', '"setconsent", true', '"load"', '"page"', 'script '],
  'microsoft-clarity': ['"consentv2"', 'script '],
  'piano-analytics': ['"opt-out"', '"consent.setMode","opt-in"', '"sendEvent"', 'script '],
  hubspot: ['"analytics":false', '"analytics":true', 'script '],
  onesignal: ['setConsentRequired(true)', 'setConsentGiven(true)', 'init(', 'script '],
  optimizely: ['holdEvents', 'sendEvents', 'script '],
  karte: ['"deny"', '"allow"', 'script '],
  activecampaign: ['"setTrackByDefault", false', '"setAccount"', '"allowTracking"', 'script '],
  'google-adsense': ['pauseAdRequests = 1', 'pauseAdRequests = 0', 'script '],
  posthog: ['opt_out_capturing_by_default', 'script ', 'opt_in_capturing'],
  mixpanel: ['opt_out_tracking_by_default', 'script ', 'opt_in_tracking'],
  'datadog-rum': ['"not-granted"', 'setTrackingConsent("granted")'],
};

describe.each(Object.entries(ORDER))('the calls of %s', (slug, order) => {
  it('stand in the order the vendor asks for', async () => {
    const { start = [], grant = [] } = await record(adapters[slug] as () => Adapter);
    expect(firstOutOfOrder([...start, ...grant], order)).toBe(undefined);
  });
});

describe('the recording', () => {
  const metaPixel = adapters['meta-pixel'] as () => Adapter;
  /** The same, but for saying that nothing is granted only when the script is already there. */
  const holdingLate = (): Adapter => {
    const adapter = metaPixel();
    return {
      ...adapter,
      onInit() {},
      onGrant(context) {
        adapter.onGrant?.(context);
        adapter.onInit?.(context);
      },
    };
  };

  it('tells an adapter that says the right things in the wrong order', async () => {
    const wrong = await record(holdingLate);
    expect(wrong).not.toEqual(vectors.recordings['meta-pixel']);
    const { start = [], grant = [] } = wrong;
    expect(firstOutOfOrder([...start, ...grant], ORDER['meta-pixel'] as string[])).toBe('"consent", "grant"');
  });

  it('tells an adapter that says nothing on a withdrawal', async () => {
    const silent = await record(() => ({ ...metaPixel(), onWithdraw: () => 'reload' }));
    expect(silent.withdraw).not.toEqual(vectors.recordings['meta-pixel']?.withdraw);
  });

  it('is there for every adapter and for no other', () => {
    if (!process.env.RECORD)
      expect(Object.keys(vectors.recordings).sort()).toEqual(Object.keys(adapters).sort());
  });
});

afterAll(() => {
  if (!RECORD) return;
  const known = { ...(RECORD === 'all' ? {} : vectors.recordings), ...recorded };
  const recordings = Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(VECTORS, `${JSON.stringify({ comment: vectors.comment, recordings }, null, 2)}\n`);
});

/** The first of `order` that no line has after the line of the one before it. */
function firstOutOfOrder(lines: readonly string[], order: readonly string[]): string | undefined {
  let from = 0;
  return order.find((part) => {
    const found = lines.findIndex((line, i) => i >= from && line.includes(part));
    if (found >= 0) from = found;
    return found < 0;
  });
}
