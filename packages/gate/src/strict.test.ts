import { createConsentManager } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../test/support/memory-platform.js';
import { withholdStrictly } from './strict.js';

const SITE = {
  purposes: [{ id: 'marketing' }],
  vendors: [
    { id: 'acme', purposes: ['marketing'], hosts: ['acme.example'] },
    { id: 'tube', purposes: ['marketing'], hosts: ['tube.example'] },
    { id: 'mail', purposes: ['marketing'] },
  ],
};
beforeEach(() => {
  (globalThis as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    'https://shop.example/',
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  document.head.replaceChildren();
});

function page(browser = new MemoryBrowser()) {
  const manager = createConsentManager(SITE, browser.tab());
  const reload = vi.fn();
  const toRelease = withholdStrictly(manager, {
    vendors: SITE.vendors,
    hosts: ['own-cdn.example'],
    onReloadNeeded: reload,
  });
  const policy = document.querySelector<HTMLMetaElement>(
    'meta[http-equiv="Content-Security-Policy"]',
  )?.content;
  document.head.replaceChildren();
  return { browser, manager, toRelease, reload, policy };
}

describe('the policy of a strict page', () => {
  it('names the site, its hosts and nobody else before a decision', () => {
    const { policy } = page();
    expect(policy).toContain("'self'");
    expect(policy).toContain('own-cdn.example');
    expect(policy).not.toContain('acme.example');
    expect(policy).not.toContain('tube.example');
  });

  it('names a vendor that was allowed when the page began, and the withheld one not', () => {
    const browser = new MemoryBrowser();
    page(browser).manager.decide({ acme: 'grant', tube: 'deny' });
    const { policy } = page(browser);
    expect(policy).toContain('acme.example');
    expect(policy).not.toContain('tube.example');
  });

  it('is put there when a vendor is withdrawn that was allowed when the page began, and once', () => {
    const browser = new MemoryBrowser();
    page(browser).manager.decide({ acme: 'grant', tube: 'grant' });
    const { manager, reload } = page(browser);
    const policies = () => [...document.querySelectorAll('meta')].map(({ content }) => content);
    expect(policies()).toEqual([]);
    manager.decide({ acme: 'withdraw' });
    manager.decide({ mail: 'deny' });
    expect(policies()).toHaveLength(1);
    expect(policies()[0]).toContain('tube.example');
    expect(policies()[0]).not.toContain('acme.example');
    expect(reload).not.toHaveBeenCalled();
    manager.decide({ acme: 'grant' });
    expect(reload).toHaveBeenCalledOnce();
  });

  it('is not there when nothing that has hosts is withheld', () => {
    const browser = new MemoryBrowser();
    page(browser).manager.decide({ acme: 'grant', tube: 'grant', mail: 'deny' });
    expect(page(browser).policy).toBeUndefined();
  });

  it('is lifted by one reload after a grant, and by none after a denial', () => {
    const { manager, reload } = page();
    manager.deny();
    expect(reload).not.toHaveBeenCalled();
    manager.grant(['acme']);
    manager.grant(['tube']);
    expect(reload).toHaveBeenCalledOnce();
  });

  it('lets nothing be released on a page that is about to be reloaded', () => {
    const heard = vi.fn();
    const { manager, toRelease } = page();
    toRelease.$consent.listen(heard);
    manager.grant(['mail']);
    expect(heard).toHaveBeenCalledOnce();
    manager.grant(['acme']);
    manager.grant(['tube']);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('needs no reload for a vendor without hosts', () => {
    const { manager, reload } = page();
    manager.grant(['mail']);
    expect(reload).not.toHaveBeenCalled();
  });

  it('stays, without a reload, after a decision that the browser did not keep', () => {
    const browser = new MemoryBrowser();
    const { manager, reload } = page(browser);
    browser.forgets = true;
    manager.grant();
    expect(manager.isAllowed('acme')).toBe(true);
    expect(reload).not.toHaveBeenCalled();
  });

  it('is not used where cookies are refused, because a reload would forget', () => {
    vi.spyOn(navigator, 'cookieEnabled', 'get').mockReturnValue(false);
    expect(page().policy).toBeUndefined();
    vi.restoreAllMocks();
    vi.spyOn(document, 'cookie', 'get').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(page().policy).toBeUndefined();
  });
});
