import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type GoogleDestinationOptions, googleDestination } from '../lib/google-destination.js';
import { GOOGLE_TAG_OPTIONS } from '../lib/google-tag-options.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link googleAnalytics}. */
export interface GoogleAnalyticsOptions extends GoogleDestinationOptions {
  /** Measurement id of the web stream, e.g. `"G-ABC123"`. */
  measurementId: string;
}

/**
 * Google Analytics 4 through gtag.js, with Google Consent Mode v2.
 *
 * Consent Mode deletes no cookies and a loaded tag cannot be unloaded, but `ga-disable-<id>` is looked at
 * before every cookie write and every send, so a withdrawal silences it without a reload.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent (read 2026-11-21)
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out (read 2026-11-21)
 */
export const googleAnalytics = defineAdapter<GoogleAnalyticsOptions>({
  vendor: 'google-analytics',
  storage: ['_ga', '_ga_*', '_gac_*'].map((name) => ({
    kind: 'cookie',
    name,
  })),
  setup({ measurementId, ...options }) {
    const tag = googleDestination(measurementId, options);
    const silenced = options.beforeGrant !== 'cookieless-pings';
    const off = `ga-disable-${measurementId}`;
    return {
      ...tag,
      onInit(context) {
        tag.onInit(context);
        context.window[off] = silenced;
      },
      onGrant(context) {
        context.window[off] = false;
        tag.onGrant(context);
      },
      onWithdraw({ window }) {
        window[off] = silenced;
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Google Analytics', ja: 'Google アナリティクス' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'analytics',
  hosts: [
    'www.googletagmanager.com/gtag/',
    'google-analytics.com',
    'analytics.google.com',
    'stats.g.doubleclick.net',
  ],
  storage: [
    { kind: 'cookie', name: '_ga', life: 'P2Y' },
    { kind: 'cookie', name: '_ga_*', life: 'P2Y' },
  ],
  queue: { name: 'dataLayer', call: 'gtag' },
  tellsGoogle: true,
  information: {
    en: 'URLs of the pages viewed, how they were used, browser and device, IP address',
    ja: '閲覧したページの URL、閲覧状況、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: SILENCED,
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    required: ['measurementId'],
    properties: {
      measurementId: {
        type: 'string',
        pattern: '^G-[A-Z0-9]+$',
        description: 'Measurement id of the web stream, e.g. "G-ABC123".',
      },
      ...GOOGLE_TAG_OPTIONS,
    },
  },
  example: { measurementId: 'G-EXAMPLE1' },
});
