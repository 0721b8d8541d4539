// @vitest-environment happy-dom

import type { SiteDefinition } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../../test/support/memory-platform.js';
import { clearPage, loadNothing, pageWith } from '../../../../test/support/page-with-adapters.js';
import { metaPixel } from '../vendors/meta-pixel.js';
import { microsoftClarity } from '../vendors/microsoft-clarity.js';
import { vimeo } from '../vendors/vimeo.js';

const SITE: SiteDefinition = {
  purposes: [{ id: 'asked' }, { id: 'marketing' }],
  vendors: ['meta-pixel', 'microsoft-clarity'].map((id) => ({ id, purposes: ['asked'] })),
};
const page = globalThis as unknown as {
  fbq: ((...args: unknown[]) => void) & { queue: ArrayLike<unknown>[]; callMethod?: unknown };
  clarity: { q: ArrayLike<unknown>[] };
};
const waiting = () => page.fbq.queue.map((call) => Array.from(call).join(' '));
const pixelPage = (browser?: MemoryBrowser) =>
  pageWith(SITE, [metaPixel({ pixelId: '1' })], browser ? { browser } : {});

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  clearPage('fbq', '_fbq', 'clarity');
});

describe('what a page calls of a vendor that has not arrived', () => {
  it('does not fail, waits behind the hold, and is sent after a grant when nobody had answered yet', () => {
    const { manager, stop } = pixelPage();
    page.fbq('track', 'Early');
    expect(waiting()).toEqual(['consent revoke', 'track Early']);
    manager.grant();
    expect(waiting()).toEqual(['consent revoke', 'track Early', 'consent grant', 'init 1', 'track PageView']);
    stop();
  });

  it('is forgotten when the vendor is refused, and while it is: a later yes does not send it', () => {
    const { manager, stop } = pixelPage();
    page.fbq('track', 'Early');
    manager.deny();
    expect(waiting()).toEqual(['consent revoke']);
    page.fbq('track', 'Under a no');
    manager.grant();
    expect(waiting()).toEqual(['consent revoke', 'consent grant', 'init 1', 'track PageView']);
    stop();
  });

  it('is forgotten on a later page of a visitor who refused, and kept for one who granted', () => {
    const browser = new MemoryBrowser();
    const first = pixelPage(browser);
    first.manager.deny();
    first.stop();
    clearPage('fbq', '_fbq');
    const second = pixelPage(browser);
    page.fbq('track', 'Under a no');
    second.manager.grant();
    expect(waiting()).not.toContain('track Under a no');
    second.stop();
    clearPage('fbq', '_fbq');
    // The page's own copy of the snippet, before anything of ours runs.
    const queue = [['track', 'Purchase']];
    page.fbq = Object.assign((...args: unknown[]) => void queue.push(args as string[]), { queue });
    const third = pixelPage(browser);
    expect(waiting()).toContain('track Purchase');
    expect(waiting()).toContain('consent grant');
    third.stop();
  });

  it('goes straight to the vendor once it has arrived', () => {
    const { manager, stop } = pixelPage();
    manager.grant();
    const arrived = vi.fn();
    page.fbq.callMethod = arrived;
    manager.deny();
    expect(arrived).toHaveBeenLastCalledWith('consent', 'revoke');
    stop();
  });
});

describe('microsoft-clarity', () => {
  it('is told of advertising by its own purpose: denied with the grant, granted when that is', () => {
    const { manager, stop } = pageWith(SITE, [microsoftClarity({ projectId: 'abc' })]);
    const told = () => page.clarity.q.map((call) => Array.from(call)[1]);
    manager.decide({ asked: 'grant', marketing: 'deny' });
    expect(told()).toEqual([{ ad_Storage: 'denied', analytics_Storage: 'granted' }]);
    manager.decide({ marketing: 'grant' });
    expect(told().at(-1)).toEqual({ ad_Storage: 'granted', analytics_Storage: 'granted' });
    stop();
  });
});

it('An embed without a place of its own leaves the frames of the markup to the gate', () => {
  const { vendor, storage, ...hooks } = vimeo({});
  expect([vendor, storage, hooks]).toEqual(['vimeo', [], {}]);
  expect(Object.keys(vimeo({ video: '1', target: 'main' }))).toContain('onGrant');
});
