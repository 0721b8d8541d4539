import type { ConsentState } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DriftHosts, type Met, watchDrift } from './watch-drift.js';

const ORIGIN_MS = 1_795_000_000_000;
let told: Met[];
let entries: Record<string, { allowed: boolean; decidedAt?: number }>;
/** What a page has contacted: told before and after the watch has begun. */
let contact: (...entries: { name: string; startTime: number }[]) => void;
let listeners: Record<string, (event: unknown) => void>;
let released: string[];
let visibilityState: string;

beforeEach(() => {
  vi.useFakeTimers();
  [told, released, listeners, visibilityState] = [[], [], {}, 'visible'];
  entries = { counter: { allowed: false }, tags: { allowed: false } };
});
afterEach(() => {
  vi.useRealTimers();
});

const HOSTS: DriftHosts = {
  vendors: [
    { id: 'counter', hosts: ['counter.example', '/stats'] },
    { id: 'tags', hosts: ['tags.example'], early: true },
  ],
  hosts: ['fonts.example'],
};

function watch(hosts = HOSTS) {
  const state = {
    isAllowed: (id: string) => entries[id]?.allowed ?? false,
    $consent: { get: () => ({ entries }) },
  } as unknown as ConsentState;
  const window = {
    document: {
      baseURI: 'https://www.shop.example/',
      get visibilityState() {
        return visibilityState;
      },
      addEventListener: (name: string, run: (event: unknown) => void) => {
        listeners[name] = run;
      },
      querySelectorAll: () => released.map((src) => ({ src })),
      createElement: () => ({
        set href(value: string) {
          this.whole = new URL(value, 'https://www.shop.example/').href;
        },
        get href() {
          return this.whole;
        },
        whole: '',
      }),
    },
    location: { hostname: 'www.shop.example', host: 'www.shop.example' },
    performance: { now: () => Date.now(), timeOrigin: ORIGIN_MS },
    setTimeout: (run: () => void, ms?: number) => setTimeout(run, ms),
    clearTimeout,
    PerformanceObserver: class {
      constructor(run: (list: object) => void) {
        contact = (...list) => run({ getEntries: () => list });
      }
      observe() {}
    },
  };
  watchDrift(
    { state, base: 'https://static.shop.example/consentry.js' },
    hosts,
    (met) => told.push(met),
    window as never,
  );
}
const contacts = (...addresses: string[]) => {
  contact(...addresses.map((name) => ({ name, startTime: 500 })));
  vi.runAllTimers();
};

describe('watchDrift', () => {
  it('tells of a host that the config does not name, and of nothing before it is contacted', () => {
    watch();
    vi.runAllTimers();
    expect(told).toEqual([]);
    contacts('https://cdn.example/lib.js?visitor=anna', 'https://pixel.example/');
    expect(told).toEqual([{ unlisted: ['cdn.example', 'pixel.example'] }]);
  });

  it('tells of a host once in a page view', () => {
    watch();
    contacts('https://cdn.example/1.js', 'https://cdn.example/2.js');
    contacts('https://cdn.example/3.js');
    expect(told).toEqual([{ unlisted: ['cdn.example'] }]);
  });

  it.each([
    ['the page itself', 'https://www.shop.example/style.css'],
    ['the page itself on another port', 'https://www.shop.example:8443/live'],
    ['where our own files are', 'https://static.shop.example/consentry-release.js'],
    ['what the config names as of no vendor', 'https://fonts.example/a.woff2'],
    ['its subdomains', 'https://eu.fonts.example/a.woff2'],
    ['a vendor that may load before a yes', 'https://tags.example/gtag.js'],
    ['what an extension brings', 'chrome-extension://abcd/inject.js'],
    ['what the page carries in itself', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
  ])('does not tell of %s', (_, address) => {
    watch();
    contacts(address);
    expect(told).toEqual([]);
  });

  it('tells of a vendor that is contacted while it is withheld, not once it is allowed, and again after a withdrawal', () => {
    watch();
    contacts('https://counter.example/pixel.gif');
    expect(told).toEqual([{ withheld: ['counter.example'] }]);

    told = [];
    entries = { counter: { allowed: true, decidedAt: ORIGIN_MS / 1000 - 60 } };
    watch();
    contacts('https://counter.example/pixel.gif', 'https://www.shop.example/stats/1');
    expect(told).toEqual([]);

    entries = { counter: { allowed: false, decidedAt: ORIGIN_MS / 1000 - 60 } };
    contacts('https://counter.example/pixel.gif');
    expect(told).toEqual([{ withheld: ['counter.example'] }]);
  });

  it('does not blame a vendor for what it was asked before the visitor withdrew', () => {
    entries = { counter: { allowed: false, decidedAt: ORIGIN_MS / 1000 + 10 } };
    watch();
    contact({ name: 'https://counter.example/early.gif', startTime: 9000 });
    vi.runAllTimers();
    expect(told).toEqual([]);
    contact({ name: 'https://counter.example/late.gif', startTime: 20_000 });
    vi.runAllTimers();
    expect(told).toEqual([{ withheld: ['counter.example'] }]);
  });

  it('does not tell of what the visitor has let load for once', () => {
    watch();
    released = ['https://counter.example/video'];
    contacts('https://counter.example/video');
    expect(told).toEqual([]);
    contacts('https://counter.example/another');
    expect(told).toEqual([{ withheld: ['counter.example'] }]);
  });

  it('tells what a policy has stopped, unless that is a vendor it was to stop', () => {
    watch();
    const stop = (blockedURI: string, disposition = 'enforce') =>
      listeners.securitypolicyviolation?.({ blockedURI, disposition });
    for (const address of ['https://counter.example/a.js', 'inline', 'eval', 'https://www.shop.example/'])
      stop(address);
    stop('https://only-reported.example/', 'report');
    vi.runAllTimers();
    expect(told).toEqual([]);
    stop('wss://live.example/socket');
    vi.runAllTimers();
    expect(told).toEqual([{ stopped: ['live.example'] }]);
  });

  it('tells where a form is sent, also as the page goes away', () => {
    watch();
    const form = (action: string | null) => ({
      target: { getAttribute: () => action },
      submitter: null,
    });
    for (const action of [null, '/search', 'https://counter.example/form']) listeners.submit?.(form(action));
    listeners.submit?.(form('https://letters.example/subscribe'));
    expect(told).toEqual([]);
    visibilityState = 'hidden';
    listeners.visibilitychange?.({});
    expect(told).toEqual([{ unlisted: ['letters.example'] }]);
    vi.runAllTimers();
    expect(told).toHaveLength(1);
  });

  it('tells of twenty hosts at most, however many there are', () => {
    watch();
    contacts(...Array.from({ length: 50 }, (_, i) => `https://h${i}.example/`));
    expect(told.flatMap(({ unlisted = [] }) => unlisted)).toHaveLength(20);
    contacts('https://another.example/');
    expect(told).toHaveLength(1);
  });

  it('looks at many requests in many short turns', () => {
    let now = 0;
    // Each look at the clock takes as long as a slice.
    vi.spyOn(Date, 'now').mockImplementation(() => now++);
    watch();
    contact(...Array.from({ length: 30 }, (_, i) => ({ name: `https://h${i % 3}.example/`, startTime: 1 })));
    const before = vi.getTimerCount();
    vi.advanceTimersToNextTimer();
    expect(before).toBe(1);
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    expect(told).toEqual([]);
    vi.runAllTimers();
    expect(told.flatMap(({ unlisted = [] }) => unlisted).sort()).toEqual([
      'h0.example',
      'h1.example',
      'h2.example',
    ]);
  });
});
