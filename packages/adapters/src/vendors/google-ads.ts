import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type GoogleDestinationOptions, googleDestination } from '../lib/google-destination.js';
import { GOOGLE_TAG_OPTIONS } from '../lib/google-tag-options.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link googleAds}. */
export interface GoogleAdsOptions extends GoogleDestinationOptions {
  /** Id of the account's Google tag, e.g. `"AW-123456789"`. */
  conversionId: string;
}

/**
 * Google Ads through gtag.js: conversions and remarketing, with Google Consent Mode v2.
 *
 * Google documents nothing that stops the tag in a page: after a refusal it would go on without cookies, hence
 * the reload after a withdrawal.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent (read 2026-11-21)
 */
export const googleAds = defineAdapter<GoogleAdsOptions>({
  vendor: 'google-ads',
  storage: [
    { kind: 'cookie', name: '_gcl_*' },
    { kind: 'cookie', name: '_gac_*' },
    { kind: 'localStorage', name: '_gcl_ls' },
  ],
  setup: ({ conversionId, ...options }) => googleDestination(conversionId, options),
});

export const description = describeVendor({
  name: { en: 'Google Ads', ja: 'Google 広告' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'marketing',
  hosts: [
    'www.googletagmanager.com/gtag/',
    'www.googleadservices.com',
    'googleads.g.doubleclick.net',
    'pagead2.googlesyndication.com',
    'td.doubleclick.net',
    'ad.doubleclick.net',
    'www.google.com/pagead/',
    'www.google.com/ccm/',
  ],
  storage: [
    { kind: 'cookie', name: '_gcl_*', life: 'P90D' },
    { kind: 'cookie', name: '_gac_*', life: 'P90D' },
    { kind: 'localStorage', name: '_gcl_ls', life: 'P90D' },
  ],
  queue: { name: 'dataLayer', call: 'gtag' },
  tellsGoogle: true,
  information: {
    en: 'URLs of the pages viewed, the ad that was clicked, purchases and sign-ups, browser and device, IP address',
    ja: '閲覧したページの URL、クリックした広告、購入や申し込みの有無、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Measuring what advertisements achieve, and showing advertisements that fit',
    ja: '広告の効果測定、興味・関心に応じた広告の配信',
  },
  recipientUse: FOR_ADVERTISING,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    required: ['conversionId'],
    properties: {
      conversionId: {
        type: 'string',
        pattern: '^AW-\\d+$',
        description: 'Id of the account\'s Google tag, e.g. "AW-123456789".',
      },
      ...GOOGLE_TAG_OPTIONS,
    },
  },
  example: { conversionId: 'AW-100000001' },
});
