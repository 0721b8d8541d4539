import { createConsentManager, type Decision } from '@consentry/core';
import { describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../test/support/memory-platform.js';
import { createDecidingApi } from './deciding-api.js';

const SITE = {
  purposes: [{ id: 'analytics' }, { id: 'sharing', signals: ['gpc' as const] }],
  vendors: [],
};

function api(browser = new MemoryBrowser()) {
  const manager = createConsentManager(SITE, browser.tab());
  const decisions: Decision[] = [];
  manager.onDecision((decision) => decisions.push(decision));
  const others = { show: vi.fn(), showPreferences: vi.fn(), receipts: async () => [] };
  return { api: createDecidingApi(manager, others), manager, decisions, browser };
}

describe("a press in a banner of the page's own HTML", () => {
  it('denies everything, and the record says where and in which language it was asked', async () => {
    const { api: page, decisions, manager } = api();
    await page.decide('deny', 'ja');
    expect(decisions).toMatchObject([
      { via: 'banner', language: 'ja', choices: { analytics: 'deny', sharing: 'deny' } },
    ]);
    expect(manager.status('analytics')).toBe('denied');
  });

  it('grants everything that no signal of the browser refuses', async () => {
    const { api: page, manager } = api();
    expect(manager.isAllowed('analytics')).toBe(false);
    await page.decide('grant', 'en');
    expect([manager.isAllowed('analytics'), manager.isAllowed('sharing')]).toEqual([true, true]);

    const browser = new MemoryBrowser();
    browser.gpc = true;
    const signalled = api(browser);
    await signalled.api.decide('grant', 'en');
    expect(signalled.decisions).toMatchObject([{ via: 'banner', choices: { analytics: 'grant' } }]);
    expect(signalled.manager.isAllowed('sharing')).toBe(false);
  });

  it('decides nothing by an act that there is not', async () => {
    const { api: page, decisions, manager } = api();
    await page.decide('toString' as 'deny', 'en');
    expect(decisions).toEqual([]);
    expect(manager.status('analytics')).toBe('undecided');
  });
});

describe("choices of the page's own", () => {
  it('are recorded as the page’s, with no word of a banner', async () => {
    const { api: page, decisions } = api();
    await page.decide({ analytics: 'grant', sharing: 'deny' });
    expect(decisions).toMatchObject([{ via: 'page', choices: { analytics: 'grant', sharing: 'deny' } }]);
    expect(decisions[0]?.language).toBeUndefined();
  });
});
