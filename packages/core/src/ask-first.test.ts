import { describe, expect, it } from 'vitest';
import { DAY_MS, MemoryBrowser } from '../../../test/support/memory-platform.js';
import { createConsentManager } from './consent.js';
import type { SiteDefinition } from './site.js';

const siteUnder = (model: 'opt-in' | 'opt-out' | 'notice'): SiteDefinition => ({
  purposes: [{ id: 'site', exempt: true }, { id: 'analytics' }],
  vendors: [
    { id: 'counter', purposes: ['analytics'] },
    { id: 'abroad', purposes: ['analytics'], askFirst: true },
    { id: 'login', purposes: ['site'], askFirst: true },
  ],
  regime: { model },
});
const visit = (browser = new MemoryBrowser(), site = siteUnder('notice')) => ({
  browser,
  manager: createConsentManager(site, browser.tab()),
});

describe('a vendor that is asked first', () => {
  it('is withheld where others run, runs after a yes to its purpose, and stops after a no', () => {
    for (const model of ['opt-out', 'notice'] as const) {
      const { manager } = visit(undefined, siteUnder(model));
      expect(manager.isAllowed('counter')).toBe(true);
      expect(manager.isAllowed('abroad')).toBe(false);
      manager.grant(['analytics'], { via: 'banner' });
      expect(manager.isAllowed('abroad')).toBe(true);
      manager.deny(['analytics'], { via: 'banner' });
      expect(manager.isAllowed('abroad')).toBe(false);
      expect(manager.isAllowed('counter')).toBe(false);
    }
  });

  it('can be granted by itself, and withdrawn', () => {
    const { browser, manager } = visit();
    manager.grant(['abroad']);
    expect(visit(browser).manager.isAllowed('abroad')).toBe(true);
    manager.deny(['abroad']);
    expect(manager.status('abroad')).toBe('withdrawn');
    expect(visit(browser).manager.isAllowed('abroad')).toBe(false);
    expect(manager.isAllowed('counter')).toBe(true);
  });

  it('is withheld again when its yes has expired, while others run on', () => {
    const { browser, manager } = visit();
    manager.grant();
    browser.nowMs += 181 * DAY_MS;
    const later = visit(browser).manager;
    expect(later.status('abroad')).toBe('expired');
    expect(later.isAllowed('abroad')).toBe(false);
    expect(later.isAllowed('counter')).toBe(true);
  });

  it('is asked by itself when it is new under a purpose that was granted', () => {
    const { browser, manager } = visit(undefined, {
      ...siteUnder('notice'),
      vendors: [{ id: 'counter', purposes: ['analytics'] }],
    });
    manager.grant();
    const next = visit(browser).manager;
    expect(next.$consent.get().pending).toEqual(['abroad']);
    expect(next.isAllowed('abroad')).toBe(false);
    next.grant(['abroad']);
    expect(next.isAllowed('abroad')).toBe(true);
  });

  it('changes nothing where everything is asked first, nor for what is exempt', () => {
    const { manager } = visit(undefined, siteUnder('opt-in'));
    expect(manager.isAllowed('abroad')).toBe(false);
    manager.grant();
    expect(manager.isAllowed('abroad')).toBe(true);
    expect(manager.isAllowed('login')).toBe(true);
  });
});
