import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link vercelAnalytics}. */
export interface VercelAnalyticsOptions {
  /** URL of the script, if not on the vendor's host. */
  src?: string;
}

/**
 * Vercel Web Analytics: page views, without cookies.
 *
 * On a site that Vercel serves, `src` is `/_vercel/insights/script.js`. No call stops it, hence the reload.
 *
 * @see npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const vercelAnalytics = defineAdapter<VercelAnalyticsOptions>({
  vendor: 'vercel-analytics',
  storage: [],
  setup: ({ src = 'https://va.vercel-scripts.com/v1/script.js' }) => ({
    onInit({ window }) {
      window.vaq ||= [];
      window.va ||= (...call: unknown[]) => void (window.vaq as unknown[]).push(call);
    },
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Vercel Web Analytics', ja: 'Vercel Web Analytics' },
  provider: { en: 'Vercel Inc.', ja: 'Vercel Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['va.vercel-scripts.com', 'vitals.vercel-insights.com'],
  storage: [],
  queue: { name: 'vaq', call: 'va' },
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
  policyUrl: 'https://vercel.com/legal/privacy-policy',
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
