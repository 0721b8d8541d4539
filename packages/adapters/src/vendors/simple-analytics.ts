import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link simpleAnalytics}. */
export interface SimpleAnalyticsOptions {
  /** URL of the script, if not on the vendor's host. */
  src?: string;
}

/**
 * Simple Analytics: page views, without cookies.
 *
 * No call stops it, hence the reload.
 *
 * Unverified: provider and its country.
 *
 * @see npm tarteaucitronjs 1.34.0 (read 2026-11-22)
 */
export const simpleAnalytics = defineAdapter<SimpleAnalyticsOptions>({
  vendor: 'simple-analytics',
  storage: [],
  setup: ({ src = 'https://scripts.simpleanalyticscdn.com/latest.js' }) => ({
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Simple Analytics', ja: 'Simple Analytics' },
  provider: { en: 'Simple Analytics B.V.', ja: 'Simple Analytics B.V.' },
  country: 'NL',
  purpose: 'analytics',
  hosts: ['simpleanalyticscdn.com'],
  storage: [],
  information: {
    en: 'URLs of the pages viewed, referrer, browser and device',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーと端末の種類',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.simpleanalytics.com/privacy-policy',
  options: {
    properties: {
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of the script, if not on the vendor's host.",
      },
    },
  },
  example: {},
});
