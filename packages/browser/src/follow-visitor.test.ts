import { cookieKey, createConsentManager, createConsentState } from '@consentry/core';
import { afterEach, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../test/support/memory-platform.js';
import { followVisitor } from './follow-visitor.js';
import { createPageStore } from './page-store.js';
import type { PageHost } from './parts.js';

const SITE = {
  purposes: [{ id: 'analytics' }],
  vendors: [{ id: 'counter', purposes: ['analytics'] }],
};

afterEach(() => vi.unstubAllGlobals());

/** A page of the browser that has been opened, and in which nothing has been loaded yet that follows the visitor. */
function openPage(browser: MemoryBrowser) {
  const onError = vi.fn();
  const state = createConsentState(SITE, {
    now: () => browser.nowMs,
    readCookie: () => [...browser.values],
    navigator: {},
    createStore: (first) => createPageStore(first, onError),
    keyOf: ({ id }) => cookieKey(id),
    onError,
  });
  const load = () => new Promise<never>(() => {});
  const host = { state, load, onError, shared: {} } as unknown as PageHost;
  return { state, follow: () => followVisitor(host) };
}

it('a page in which what follows other tabs arrives late knows what they have decided meanwhile, and that they took it back', () => {
  const browser = new MemoryBrowser();
  const [before, after] = [openPage(browser), openPage(browser)];
  const other = createConsentManager(SITE, browser.tab());
  expect(before.state.isAllowed('counter')).toBe(false);
  // Nobody listens in the first page yet.
  other.grant();
  before.follow();
  expect(before.state.isAllowed('counter')).toBe(true);
  other.deny();
  after.follow();
  expect(after.state.isAllowed('counter')).toBe(false);
  expect(after.state.status('counter')).toBe('withdrawn');
});
