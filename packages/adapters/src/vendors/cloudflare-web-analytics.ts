import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link cloudflareWebAnalytics}. */
export interface CloudflareWebAnalyticsOptions {
  /** Token of the site. */
  token: string;
}

/**
 * Cloudflare Web Analytics: page views and loading times, without cookies.
 *
 * Where Cloudflare's proxy puts the beacon into pages by itself, only its dashboard takes it out; this adapter
 * then has nothing to withhold. No call stops it, hence the reload.
 *
 * @see npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const cloudflareWebAnalytics = defineAdapter<CloudflareWebAnalyticsOptions>({
  vendor: 'cloudflare-web-analytics',
  storage: [],
  setup: ({ token }) => ({
    onGrant: ({ loadScript }) =>
      loadScript('https://static.cloudflareinsights.com/beacon.min.js', (script) =>
        script.setAttribute('data-cf-beacon', JSON.stringify({ token })),
      ),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Cloudflare Web Analytics', ja: 'Cloudflare Web Analytics' },
  provider: { en: 'Cloudflare, Inc.', ja: 'Cloudflare, Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['cloudflareinsights.com'],
  storage: [],
  information: {
    en: 'URLs of the pages viewed, referrer, errors and loading times, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、エラーの内容、表示にかかった時間、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.cloudflare.com/privacypolicy/',
  options: {
    required: ['token'],
    properties: {
      token: { type: 'string', pattern: '^[a-f0-9]+$', description: 'Token of the site.' },
    },
  },
  example: { token: '0123456789abcdef0123456789abcdef' },
});
