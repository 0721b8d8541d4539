import { createConsentManager, type SiteDefinition } from '@consentry/core';
import { MemoryBrowser } from './memory-platform.js';

/** The `Cookie` header of a visitor who granted these ids just now, with nothing else decided. */
export function cookieAfterGrant(site: SiteDefinition, ...ids: string[]): string {
  const browser = new MemoryBrowser();
  browser.nowMs = Date.now();
  createConsentManager(site, browser.tab()).grant(ids);
  return `${site.cookie?.name ?? 'consentry'}=${browser.values[0]}`;
}
