import { cookieKey, createConsentState, type SiteDefinition } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPageCookie } from '../page-cookie.js';
import { createPageStore } from '../page-store.js';
import { type ImportSettings, importAnswers } from './import-answers.js';
import type { Peer } from './peer.js';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);
const SITE: SiteDefinition = {
  purposes: [{ id: 'analytics' }, { id: 'marketing' }],
  vendors: [{ id: 'counter', purposes: ['analytics'] }],
};
const SETTINGS: ImportSettings = {
  categories: new Map([
    ['stats', ['analytics']],
    ['ads', ['marketing']],
  ]),
};
/** A consent manager that keeps `stats=1,ads=0`, and perhaps a date. */
const peer = (at?: number): Peer => ({
  storedName: 'other',
  readStored: (read) => {
    const pairs = (read() ?? '').split(',').flatMap((pair) => {
      const [name, value] = pair.split('=');
      return name && value ? [[name, value === '1'] as const] : [];
    });
    return pairs[0] && { answers: Object.fromEntries(pairs), ...(at === undefined ? {} : { at }) };
  },
});

beforeEach(() => {
  (globalThis as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    'https://shop.example.com/',
  );
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  localStorage.clear();
  for (const name of ['consentry', 'other']) document.cookie = `${name}=; max-age=-1; path=/`;
});

function open(rule: SiteDefinition['regime'] = {}) {
  const site = { ...SITE, regime: rule };
  const state = createConsentState(site, {
    now: Date.now,
    readCookie: () => readPageCookie(),
    navigator: {},
    createStore: (first) => createPageStore(first, () => {}),
    keyOf: ({ id }) => cookieKey(id),
    onError: () => {},
  });
  const errors: unknown[] = [];
  const host = { state, id: 'shop', endpoint: '/records', onError: (error: unknown) => errors.push(error) };
  return { state, errors, take: (of: Peer, settings = SETTINGS) => importAnswers(of, settings, host) };
}
const outbox = () =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith('consentry-outbox.'))
    .map((name) => JSON.parse(localStorage.getItem(name) ?? ''));

describe('the import of answers given under another consent manager', () => {
  it('decides before anybody is asked, dated like the answers, and puts the record into the outbox', () => {
    document.cookie = 'other=stats=1,ads=0; path=/';
    const { state, take, errors } = open();
    expect(state.$consent.get().pending).toEqual(['analytics', 'marketing']);
    take(peer(NOW - 10 * DAY_MS));
    expect(state.$consent.get().pending).toEqual([]);
    expect(state.isAllowed('counter')).toBe(true);
    expect(state.status('marketing')).toBe('denied');
    expect(outbox()).toMatchObject([
      {
        via: 'import',
        givenAt: '2026-11-12T00:00:00.000Z',
        choices: { analytics: 'grant', marketing: 'deny' },
      },
    ]);
    expect(outbox()[0].notice.hash).toBeUndefined();
    // The next page reads it like any decision.
    expect(open().state.isAllowed('analytics')).toBe(true);
    expect(errors).toEqual([]);
  });

  it('withholds at once what an answer refused, where purposes run until denied', () => {
    document.cookie = 'other=stats=0,ads=0; path=/';
    const { state, take } = open({ model: 'opt-out' });
    expect(state.isAllowed('counter')).toBe(true);
    take(peer(NOW));
    expect(state.isAllowed('counter')).toBe(false);
  });

  it('happens once, and never over a decision of ours, be it unreadable', () => {
    document.cookie = 'other=stats=1; path=/';
    const first = open();
    first.take(peer(NOW));
    expect(outbox()).toHaveLength(1);
    document.cookie = 'consentry=; max-age=-1; path=/';
    open().take(peer(NOW));
    expect(outbox()).toHaveLength(1);

    localStorage.clear();
    document.cookie = 'consentry=broken; path=/';
    const broken = open();
    broken.take(peer(NOW));
    expect(broken.state.isAllowed('analytics')).toBe(false);
    expect(outbox()).toEqual([]);
  });

  it('leaves out what has expired by our own rule, what is from the future, and a yes that nobody gave', () => {
    document.cookie = 'other=stats=1,ads=0; path=/';
    const expired = open({ grantDays: 30, denyDays: 60 });
    expired.take(peer(NOW - 31 * DAY_MS));
    expect(expired.state.status('analytics')).toBe('undecided');
    expect(expired.state.status('marketing')).toBe('denied');

    for (const [of, settings] of [
      [peer(NOW + DAY_MS), SETTINGS],
      [peer(NOW), { ...SETTINGS, implied: ['stats'] }],
    ] as const) {
      localStorage.clear();
      document.cookie = 'consentry=; max-age=-1; path=/';
      const page = open();
      page.take(of, settings);
      expect(page.state.isAllowed('analytics')).toBe(false);
      expect(page.state.$consent.get().pending).toContain('analytics');
    }
  });

  it('asks again within the days that an answer without a date may still count', () => {
    document.cookie = 'other=stats=1,ads=0; path=/';
    open().take(peer());
    // The record says that its date is not the visitor's.
    expect(outbox()).toMatchObject([{ via: 'import-undated' }]);
    vi.setSystemTime(NOW + 29 * DAY_MS);
    expect(open().state.$consent.get().pending).toEqual([]);
    vi.setSystemTime(NOW + 31 * DAY_MS);
    const later = open().state;
    expect(later.status('analytics')).toBe('expired');
    expect(later.isAllowed('analytics')).toBe(false);
    expect(later.$consent.get().pending).toEqual(['analytics', 'marketing']);
  });

  it('takes over no answer without a date where none may count', () => {
    document.cookie = 'other=stats=1; path=/';
    const { state, take } = open();
    take(peer(), { ...SETTINGS, undatedDays: 0 });
    expect(state.$consent.get().pending).toEqual(['analytics', 'marketing']);
    expect(outbox()).toEqual([]);
  });

  it('reads localStorage where the other one keeps it there, and nothing that is longer than any of them writes', () => {
    const stored = { kind: 'localStorage', name: 'mine' } as const;
    localStorage.setItem('mine', 'stats=1');
    const { state, take } = open();
    take(peer(NOW), { ...SETTINGS, stored });
    expect(state.isAllowed('analytics')).toBe(true);

    localStorage.clear();
    document.cookie = 'consentry=; max-age=-1; path=/';
    localStorage.setItem('mine', `stats=1,${'x'.repeat(20_000)}`);
    const long = open();
    long.take(peer(NOW), { ...SETTINGS, stored });
    expect(long.state.isAllowed('analytics')).toBe(false);
  });

  it('leaves the visitor undecided where storage is refused', () => {
    document.cookie = 'other=stats=1; path=/';
    vi.stubGlobal('localStorage', {
      getItem() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    const { state, take } = open();
    take(peer(NOW));
    expect(state.$consent.get().pending).toEqual(['analytics', 'marketing']);
    vi.unstubAllGlobals();
  });
});
