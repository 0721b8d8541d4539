import type { SiteDefinition } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../../test/support/memory-platform.js';
import {
  clearPage,
  loadNothing,
  pageWith,
  scriptUrls,
  settle,
} from '../../../../test/support/page-with-adapters.js';
import { brevo } from './brevo.js';

const SITE: SiteDefinition = {
  purposes: [{ id: 'marketing' }],
  vendors: [{ id: 'brevo', purposes: ['marketing'] }],
};
const LOADER = 'https://cdn.brevo.com/js/sdk-loader.js';
const page = window as unknown as { Brevo?: unknown[]; sib?: unknown };
const newPage = (browser?: MemoryBrowser, src?: string) =>
  pageWith(SITE, [brevo({ clientKey: 'key-1', ...(src ? { src } : {}) })], browser ? { browser } : {});

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  clearPage('Brevo', 'sib');
});

describe('brevo', () => {
  it('keeps the calls of a page until the visitor grants, and loads nothing before', () => {
    const { manager, stop } = newPage();
    expect(page.Brevo).toEqual([]);
    expect(scriptUrls()).toEqual([]);
    const identify = ['identify', { identifiers: { email_id: 'visitor@example.com' } }];
    page.Brevo?.push(identify);
    manager.grant();
    expect(page.Brevo).toEqual([identify, ['init', { client_key: 'key-1' }]]);
    expect(scriptUrls()).toEqual([LOADER]);
    stop();
  });

  it('keeps a queue that the page made before it', () => {
    const own: unknown[] = [['track', 'opened']];
    page.Brevo = own;
    const { manager, stop } = newPage(new MemoryBrowser());
    manager.grant();
    expect(page.Brevo).toBe(own);
    expect(own[1]).toEqual(['init', { client_key: 'key-1' }]);
    stop();
  });

  it('forgets what was queued when the visitor refuses, so that a later yes sends none of it', () => {
    const { manager, stop } = newPage();
    page.Brevo?.push(['identify', {}]);
    manager.deny();
    expect(page.Brevo).toEqual([]);
    manager.grant();
    expect(page.Brevo).toEqual([['init', { client_key: 'key-1' }]]);
    stop();
  });

  it('leaves the vendor its own object in place of the queue', () => {
    const { manager, stop } = newPage();
    manager.grant();
    const live = { push: vi.fn() };
    page.Brevo = live as never;
    manager.deny();
    expect(page.Brevo).toBe(live);
    expect(live.push).not.toHaveBeenCalled();
    stop();
  });

  it('does not load a second tracker where a plug-in has put one', () => {
    document.body.innerHTML = '<script id="sendinblue-js" type="text/plain"></script>';
    const byElement = newPage();
    byElement.manager.grant();
    expect(scriptUrls()).toEqual([]);
    expect(page.Brevo).toEqual([]);
    byElement.stop();
    document.body.replaceChildren();
    page.sib = {};
    const byObject = newPage();
    byObject.manager.grant();
    expect(scriptUrls()).toEqual([]);
    expect(page.Brevo).toEqual([]);
    byObject.stop();
  });

  it('asks for a reload on a withdrawal, and not on a refusal before it ever ran', async () => {
    const refused = newPage();
    refused.manager.deny();
    await settle();
    expect(refused.reload).not.toHaveBeenCalled();
    refused.stop();

    const withdrawn = newPage();
    withdrawn.manager.grant();
    await settle();
    expect(withdrawn.reload).not.toHaveBeenCalled();
    withdrawn.manager.deny();
    await settle();
    expect(withdrawn.reload).toHaveBeenCalledOnce();
    withdrawn.manager.deny();
    await settle();
    expect(withdrawn.reload).toHaveBeenCalledOnce();
    withdrawn.stop();
  });

  it('loads again on the next page of a visitor who granted, from the address the site names', () => {
    const browser = new MemoryBrowser();
    const first = newPage(browser);
    first.manager.grant();
    first.stop();
    clearPage('Brevo');
    const { stop } = newPage(browser, '/own/loader.js');
    expect(scriptUrls()).toEqual(['/own/loader.js']);
    stop();
  });

  it('loses its cookie on a withdrawal, and at the start of every page of a visitor who refused', () => {
    const browser = new MemoryBrowser();
    const first = newPage(browser);
    first.manager.grant();
    document.cookie = 'sib_cuid=1; path=/';
    document.cookie = 'email_id=2; path=/';
    first.manager.deny();
    expect(document.cookie).toBe('email_id=2');
    first.stop();
    document.cookie = 'sib_cuid=3; path=/; domain=example.com';
    newPage(browser).stop();
    expect(document.cookie).toBe('email_id=2');
  });
});
