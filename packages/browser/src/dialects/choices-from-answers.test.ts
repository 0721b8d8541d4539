import { createConsentManager, type SiteDefinition } from '@consentry/core';
import { describe, expect, it } from 'vitest';
import { MemoryBrowser } from '../../../../test/support/memory-platform.js';
import { choicesFromAnswers } from './choices-from-answers.js';

const SITE: SiteDefinition = {
  purposes: [{ id: 'site', exempt: true }, { id: 'analytics' }, { id: 'marketing', signals: ['gpc'] }],
  vendors: [
    { id: 'counter', purposes: ['analytics'] },
    { id: 'maps', purposes: ['analytics'] },
    { id: 'pixel', purposes: ['marketing'] },
  ],
};
const CATEGORIES = {
  necessary: ['site'],
  stats: ['analytics'],
  ads: ['marketing'],
  counter: ['counter'],
  maps: ['maps'],
};

function choices(
  answers: Record<string, boolean>,
  { site = SITE, gpc = false, categories = CATEGORIES as Record<string, string[]> } = {},
) {
  const manager = createConsentManager(site, {
    ...new MemoryBrowser().tab(),
    navigator: { globalPrivacyControl: gpc },
  });
  return choicesFromAnswers(site, manager.$consent.get(), answers, {
    categories: new Map(Object.entries(categories)),
  });
}

describe('answers given under another consent manager', () => {
  it('are a yes or a no to the purpose that a category stands for', () => {
    expect(choices({ stats: true, ads: false })).toEqual({ analytics: 'grant', marketing: 'deny' });
  });

  it('say nothing of what is exempt, of names nobody knows, and of what was not answered', () => {
    expect(choices({ necessary: true, unheard: true, constructor: true })).toEqual({});
    expect(choices({ ads: true })).toEqual({ marketing: 'grant' });
  });

  it('answer a purpose when all of its vendors were answered alike', () => {
    expect(choices({ counter: true, maps: true })).toEqual({ analytics: 'grant' });
    expect(choices({ counter: false, maps: false })).toEqual({ analytics: 'deny' });
  });

  it('keep each vendor apart when its vendors were answered differently', () => {
    expect(choices({ counter: true, maps: false })).toEqual({ analytics: 'deny', counter: 'grant' });
    expect(choices({ stats: true, counter: false })).toEqual({ analytics: 'grant', counter: 'deny' });
  });

  it('leave a purpose to be asked when one of its vendors was not answered', () => {
    expect(choices({ counter: true })).toEqual({ counter: 'grant' });
    expect(choices({ counter: false })).toEqual({});
  });

  it('are a yes only where every name that stands for the same purpose says yes', () => {
    const categories = { a: ['analytics'], b: ['analytics'] };
    expect(choices({ a: true, b: true }, { categories })).toEqual({ analytics: 'grant' });
    expect(choices({ a: true, b: false }, { categories })).toEqual({ analytics: 'deny' });
    expect(choices({ a: false, b: true }, { categories })).toEqual({ analytics: 'deny' });
  });

  it('do not overrule a browser signal, and a no stands beside it', () => {
    expect(choices({ ads: true, stats: true }, { gpc: true })).toEqual({ analytics: 'grant' });
    expect(choices({ ads: false }, { gpc: true })).toEqual({ marketing: 'deny' });
  });

  it('are no yes to what a later notice of ours has brought or changed; a no stays a no', () => {
    const site: SiteDefinition = {
      ...SITE,
      noticeVersion: 2,
      vendors: SITE.vendors.map((vendor) => (vendor.id === 'maps' ? { ...vendor, since: 2 } : vendor)),
    };
    expect(choices({ stats: true }, { site })).toEqual({});
    expect(choices({ maps: true }, { site })).toEqual({});
    expect(choices({ stats: false }, { site })).toEqual({ analytics: 'deny' });
  });
});
