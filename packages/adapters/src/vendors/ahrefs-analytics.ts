import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link ahrefsAnalytics}. */
export interface AhrefsAnalyticsOptions {
  /** Key of the project. */
  key: string;
}

/**
 * Ahrefs Web Analytics: page views, without cookies.
 *
 * No call stops it, hence the reload.
 *
 * Unverified: provider, its country, and that nothing is stored.
 *
 * @see npm @c15t/scripts 2.2.0 (read 2026-11-22)
 */
export const ahrefsAnalytics = defineAdapter<AhrefsAnalyticsOptions>({
  vendor: 'ahrefs-analytics',
  storage: [],
  setup: ({ key }) => ({
    onGrant: ({ loadScript }) =>
      loadScript('https://analytics.ahrefs.com/analytics.js', (script) =>
        script.setAttribute('data-key', key),
      ),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Ahrefs Web Analytics', ja: 'Ahrefs Web Analytics' },
  provider: { en: 'Ahrefs Pte. Ltd.', ja: 'Ahrefs Pte. Ltd.' },
  country: 'SG',
  purpose: 'analytics',
  hosts: ['analytics.ahrefs.com'],
  storage: [],
  information: {
    en: 'URLs of the pages viewed, referrer, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://ahrefs.com/legal/privacy-policy',
  options: {
    required: ['key'],
    properties: {
      key: { type: 'string', minLength: 1, description: 'Key of the project.' },
    },
  },
  example: { key: 'exampleKey' },
});
