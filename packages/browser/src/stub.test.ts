import { connectAdapters } from '@consentry/adapters/connect';
import { description as googleAds } from '@consentry/adapters/google-ads';
import { description, googleAnalytics } from '@consentry/adapters/google-analytics';
import { googleConsent } from '@consentry/adapters/google-consent';
import {
  createConsentManager,
  type DecisionLetter,
  encodeConsent,
  type StoredDecision,
} from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOON_MS } from '../../../test/support/memory-platform.js';
import vectors from '../../../test/vectors/cookie.json' with { type: 'json' };
import { compileDefinition } from './compile.js';
import { compileStub } from './compile-stub.js';
import { readPageCookie } from './page-cookie.js';
import type { SiteConfig } from './site-config.js';
import { stub } from './stub.js';

const DESCRIPTIONS = { 'google-analytics': description, 'google-ads': googleAds };
const GOOGLE = googleConsent({}, [{ vendor: 'google-analytics', adapter: 'google-analytics' }]);
const NOW_S = NOON_MS / 1000;
const DAY_S = 86_400;
const page = window as unknown as Record<string, unknown> & { dataLayer: unknown[] };
const { happyDOM } = globalThis as unknown as { happyDOM: { setURL(url: string): void } };

type Signals = Record<string, string>;

const CONFIG: SiteConfig = {
  site: 'shop',
  languages: ['en'],
  purposes: {
    analytics: { label: 'A' },
    marketing: { label: 'M', signals: ['gpc'] },
    functional: { label: 'F' },
  },
  vendors: { 'google-analytics': { options: { measurementId: 'G-1' } } },
};

beforeEach(() => {
  happyDOM.setURL('https://shop.example.com/');
  vi.useFakeTimers({ now: NOON_MS, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  clear();
});
function clear() {
  for (const name of ['consentry', 'shop']) {
    for (const scope of ['/', '/; domain=example.com'])
      document.cookie = `${name}=; max-age=-1; path=${scope}`;
  }
  for (const name of ['dataLayer', 'other', 'consentry', 'gtag']) delete page[name];
  setGpc(undefined);
}
function setGpc(value: boolean | undefined) {
  Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, value });
}

/** A cookie as core writes it. */
const cookieWith = (config: SiteConfig, decisions: Record<string, StoredDecision>, noticeVersion = 1) => {
  const { purposes, vendors } = compileDefinition(config, DESCRIPTIONS);
  const keys = new Map([...purposes, ...vendors].map(({ id, key }) => [id, key]));
  return encodeConsent({
    noticeVersion,
    model: 'i',
    subject: 'AbCdEfGhIjKlMnOpQrSt-_',
    record: '019ab2f0-1234-7abc-8def-0123456789ab',
    decisions: new Map(Object.entries(decisions).map(([id, decision]) => [keys.get(id) as string, decision])),
  });
};
const GRANTED = cookieWith(CONFIG, {
  analytics: ['g', NOW_S - DAY_S],
  marketing: ['g', NOW_S - DAY_S],
  functional: ['d', NOW_S - DAY_S],
  'google-analytics': ['v', NOW_S - DAY_S],
});

/** Runs the stub on a page with this cookie: its commands, and what stands after them. */
function run(config: SiteConfig, cookie?: string) {
  delete (page as Record<string, unknown>).dataLayer;
  if (cookie !== undefined) document.cookie = `${config.cookie?.name ?? 'consentry'}=${cookie}; path=/`;
  stub(compileStub(config, DESCRIPTIONS));
  const said = page.dataLayer.map((entry) => Array.from(entry as ArrayLike<unknown>));
  return {
    commands: said.map(([name, command]) => `${name} ${command}`),
    signals: Object.assign({}, ...said.map(([, , state]) => state)) as Signals,
  };
}
const grantedBy = (signals: Signals) =>
  Object.keys(signals)
    .filter((name) => signals[name] === 'granted')
    .sort();

/** What core makes of the same cookie. */
function coreOn(config: SiteConfig, gpc: boolean) {
  return createConsentManager(compileDefinition(config, DESCRIPTIONS), {
    cookies: { read: () => readPageCookie(config.cookie), write: () => {} },
    now: () => Date.now(),
    navigator: { globalPrivacyControl: gpc },
    tabs: { announce: () => {}, listen: () => () => {} },
  });
}

describe('the head stub', () => {
  it('denies everything by default to a new visitor, in an arguments object, and says no more', () => {
    const { commands, signals } = run(CONFIG);
    expect(commands).toEqual(['consent default']);
    expect(grantedBy(signals)).toEqual(['security_storage']);
    expect(Object.keys(signals)).toHaveLength(7);
    expect(Object.prototype.toString.call(page.dataLayer[0])).toBe('[object Arguments]');
  });

  it('restores what a returning visitor granted, after the default', () => {
    const { commands, signals } = run(CONFIG, GRANTED);
    expect(commands).toEqual(['consent default', 'consent update']);
    expect(grantedBy(signals)).toEqual([
      'ad_personalization',
      'ad_storage',
      'ad_user_data',
      'analytics_storage',
      'security_storage',
    ]);
  });

  it('opens the queue of the page, and keeps one that is there', () => {
    run(CONFIG);
    expect(page.consentry).toEqual([]);
    const own = [() => {}];
    page.consentry = own;
    run(CONFIG);
    expect(page.consentry).toBe(own);
  });

  it('keeps the data layer of the page', () => {
    const own: unknown[] = [];
    page.dataLayer = own;
    stub(compileStub(CONFIG, DESCRIPTIONS));
    expect(page.dataLayer).toBe(own);
    expect(own).toHaveLength(1);
  });

  it('says nothing of marketing while the browser sends GPC, unless the visitor granted in its presence', () => {
    setGpc(true);
    expect(grantedBy(run(CONFIG, GRANTED).signals)).toEqual(['analytics_storage', 'security_storage']);
    const knowingly = cookieWith(CONFIG, { marketing: ['s', NOW_S] });
    expect(grantedBy(run(CONFIG, knowingly).signals)).toContain('ad_storage');
    setGpc(false);
    expect(grantedBy(run(CONFIG, GRANTED).signals)).toContain('ad_storage');
  });

  it('restores no grant that has expired, nor one from the future', () => {
    for (const [at, lasts] of [
      [NOW_S - 180 * DAY_S + 1, true],
      [NOW_S - 180 * DAY_S, false],
      [NOW_S + 299, true],
      [NOW_S + 301, false],
    ] as const) {
      const { signals } = run(CONFIG, cookieWith(CONFIG, { marketing: ['g', at] }));
      expect(signals.ad_storage, String(at - NOW_S)).toBe(lasts ? 'granted' : 'denied');
    }
  });

  it('leaves a cookie of another notice version, or of another format, to the boot', () => {
    const version2 = { ...CONFIG, notice: { version: 2 } };
    expect(run(version2, GRANTED).commands).toEqual(['consent default']);
    expect(run(version2, GRANTED.replace('1.1.', '1.2.')).commands).toEqual([
      'consent default',
      'consent update',
    ]);
    expect(run(CONFIG, GRANTED.replace('1.1.', '2.1.')).commands).toEqual(['consent default']);
    expect(run(CONFIG, GRANTED.replace('1.1.', '1.11.')).commands).toEqual(['consent default']);
  });

  it.each([
    '',
    'true',
    '1.1.',
    '1.1.i.',
    '{"analytics":true}',
    '1.1.i.AbCdEfGhIjKlMnOpQrSt-_',
    '1.1.i.AbCdEfGhIjKlMnOpQrSt-_.top2v4..g',
    '1.1.i.AbCdEfGhIjKlMnOpQrSt-_.top2v4..~',
    '1.1.i.AbCdEfGhIjKlMnOpQrSt-_....g0~zzzz',
    `1.1.i.AbCdEfGhIjKlMnOpQrSt-_.!!..g0~${'abcd'.repeat(9)}`,
    '__proto__',
  ])('stays denied and throws nothing on the garbage "%s"', (text) => {
    expect(grantedBy(run(CONFIG, text).signals)).toEqual(['security_storage']);
  });

  it('stays denied where two cookies disagree, and where the browser refuses them', () => {
    document.cookie = `consentry=${GRANTED}; path=/; domain=example.com`;
    const denied = cookieWith(CONFIG, { marketing: ['d', NOW_S] });
    expect(grantedBy(run(CONFIG, denied).signals)).toEqual(['security_storage']);
    clear();
    vi.spyOn(document, 'cookie', 'get').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(run(CONFIG).commands).toEqual(['consent default']);
  });

  it('reads the cookie and writes the layer that the config names', () => {
    const config: SiteConfig = {
      ...CONFIG,
      cookie: { name: 'shop' },
      google: { layerName: 'other' },
    };
    document.cookie = `shop=${GRANTED}; path=/`;
    stub(compileStub(config, DESCRIPTIONS));
    expect(page.dataLayer).toBeUndefined();
    expect(page.other as unknown[]).toHaveLength(2);
  });

  it('is believed by the adapter, which says neither the default nor the update a second time', () => {
    run(CONFIG, GRANTED);
    const manager = coreOn(CONFIG, false);
    const stop = connectAdapters(
      manager,
      { window, loadScript: () => {}, ran: new Set() },
      [googleAnalytics({ measurementId: 'G-1', consent: GOOGLE })],
      { removeStorage: () => {} },
    );
    const consents = () =>
      page.dataLayer
        .map((entry) => Array.from(entry as ArrayLike<unknown>))
        .filter(([name]) => name === 'consent');
    expect(consents().map(([, command]) => command)).toEqual(['default', 'update']);
    stop();
  });

  it('is corrected by the adapter when it granted what core does not', () => {
    run(CONFIG, GRANTED);
    vi.setSystemTime(NOON_MS + 400 * DAY_S * 1000);
    const stop = connectAdapters(
      coreOn(CONFIG, false),
      { window, loadScript: () => {}, ran: new Set() },
      [googleAnalytics({ measurementId: 'G-1', consent: GOOGLE })],
      { removeStorage: () => {} },
    );
    expect(page.dataLayer.at(-1)).toHaveProperty('event', 'consentry_update');
    const last = Array.from(page.dataLayer.at(-2) as ArrayLike<unknown>);
    expect(last.slice(0, 2)).toEqual(['consent', 'update']);
    expect(grantedBy(last[2] as Signals)).toEqual(['security_storage']);
    stop();
  });
});

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  return { chance: (share: number) => next() < share, pick };
}

const GPC = { signals: ['gpc'] } as const;

/** A random site, with random decisions of a visitor in its cookie. */
function randomCase(seed: number) {
  const { chance, pick } = numbers(seed);
  const purposes: Record<string, SiteConfig['purposes'][string]> = {
    analytics: { label: 'A', ...(chance(0.3) ? GPC : {}) },
    marketing: { label: 'M', ...(chance(0.7) ? GPC : {}) },
    functional: { label: 'F', ...(chance(0.3) ? { exempt: true } : {}) },
    ...(chance(0.5) ? { site: { label: 'S', exempt: true } } : {}),
  };
  const ids = Object.keys(purposes);
  const decidable = ids.filter((id) => !purposes[id]?.exempt);
  const some = () => [...new Set([pick(decidable), ...(chance(0.4) ? [pick(ids)] : [])])];
  const targets = [...ids, 'pixel', 'google-analytics', 'nobody', true as const];
  const config: SiteConfig = {
    site: 'shop',
    languages: ['en'],
    notice: { version: pick([1, 2, 40]) },
    regime: {
      model: pick(['opt-in', 'opt-in', 'opt-out', 'notice']),
      grantDays: pick([1, 90, 180]),
      gpc: pick(['deny', 'deny', 'inform']),
    },
    purposes,
    ...(chance(0.5)
      ? { google: { signals: { ad_storage: pick(targets), functionality_storage: pick(targets) } } }
      : {}),
    vendors: {
      'google-analytics': {
        purposes: some(),
        options: {
          measurementId: 'G-1',
        },
      },
      ...(chance(0.3) ? { 'google-ads': { purposes: some(), options: { conversionId: 'AW-1' } } } : {}),
      pixel: { adapter: false, purposes: some() },
    },
  };
  const decisions: Record<string, StoredDecision> = {};
  const at = () =>
    NOW_S - pick([0, 0, 60, DAY_S - 1, DAY_S, 89 * DAY_S, 90 * DAY_S, 179 * DAY_S, 181 * DAY_S, -200]);
  const letters: DecisionLetter[] = ['g', 'g', 'g', 's', 'd', 'w', 'r'];
  for (const id of decidable) if (chance(0.8)) decisions[id] = [pick(letters), at()];
  for (const [id, vendor] of Object.entries(config.vendors)) {
    const times = vendor.purposes?.flatMap((purpose) => decisions[purpose]?.[1] ?? []) ?? [];
    // A vendor follows its purposes since the latest decision on one of them.
    if (chance(0.5) && times[0] !== undefined) decisions[id] = ['v', Math.max(...times)];
    else if (chance(0.6)) decisions[id] = [pick(letters), at()];
  }
  const { version = 1 } = config.notice ?? {};
  const cookie = cookieWith(config, decisions, chance(0.85) ? version : pick([1, 2, 3]));
  return { config, cookie, decisions, gpc: chance(0.4) };
}

// Not among them: a vendor under exempt purposes alone, and one granted by itself after its purpose was granted
// against GPC. Core allows both; the stub leaves them denied until the boot arrives.
describe('the head stub beside core, on a thousand random visitors', () => {
  const cases = Array.from({ length: 1000 }, (_, seed) => randomCase(seed + 1));

  /** Signals with what each said: what the stub granted, and what core allows. */
  function* compared() {
    for (const [i, { config, cookie, gpc, decisions }] of cases.entries()) {
      clear();
      setGpc(gpc);
      const { signals } = run(config, cookie);
      const core = coreOn(config, gpc);
      const ads = config.vendors['google-ads'] ? 'google-ads' : 'marketing';
      const map: Record<string, string | true> = {
        ad_storage: ads,
        ad_user_data: ads,
        ad_personalization: ads,
        analytics_storage: 'google-analytics',
        functionality_storage: 'functional',
        personalization_storage: 'functional',
        security_storage: true,
        ...config.google?.signals,
      };
      for (const [signal, id] of Object.entries(map)) {
        const allowed = id === true || core.isAllowed(id);
        yield {
          i,
          signal,
          id,
          granted: signals[signal] === 'granted',
          allowed,
          config,
          cookie,
          gpc,
          decisions,
        };
      }
      core.close();
    }
  }

  it('grants no signal that core does not allow', () => {
    let granted = 0;
    for (const found of compared()) {
      if (!found.granted) continue;
      granted++;
      expect(found.allowed, JSON.stringify(found)).toBe(true);
    }
    // Otherwise this would say nothing.
    expect(granted).toBeGreaterThan(1000);
  });

  it('grants under opt-in what core allows by a decision on this version of the notice', () => {
    let allowed = 0;
    for (const found of compared()) {
      const { config, cookie } = found;
      if (config.regime?.model !== 'opt-in' || !found.allowed) continue;
      if (!cookie.startsWith(`1.${(config.notice?.version ?? 1).toString(36)}.`)) continue;
      allowed++;
      expect(found.granted, JSON.stringify(found)).toBe(true);
    }
    expect(allowed).toBeGreaterThan(500);
  });
});

describe('the stub grants nothing that core refuses', () => {
  it('where two cookies disagree, one of them of an older notice version', () => {
    const config = { ...CONFIG, notice: { version: 2 } };
    const old = cookieWith(config, { marketing: ['d', NOW_S] }, 1);
    const present = cookieWith(config, { marketing: ['g', NOW_S] }, 2);
    document.cookie = `consentry=${old}; path=/; domain=example.com`;
    const { signals } = run(config, present);
    expect(readPageCookie()).toHaveLength(2);
    expect(coreOn(config, false).isAllowed('marketing')).toBe(false);
    expect(signals.ad_storage).toBe('denied');
  });

  it.each(vectors.bad.map(({ name, text }) => [name, text] as const))(
    'on a cookie that core cannot read: %s',
    (_, text) => {
      const config = {
        ...CONFIG,
        vendors: {
          'google-analytics': { options: { measurementId: 'G-1', signals: { ad_storage: 'analytics' } } },
        },
      };
      vi.setSystemTime(1_795_000_000_000);
      const { signals } = run(config, text);
      expect(coreOn(config, false).isAllowed('analytics')).toBe(false);
      expect(signals.ad_storage).toBe('denied');
    },
  );
});
