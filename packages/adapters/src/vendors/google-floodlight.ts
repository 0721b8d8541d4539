import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type GoogleDestinationOptions, googleDestination } from '../lib/google-destination.js';
import { GOOGLE_TAG_OPTIONS } from '../lib/google-tag-options.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link googleFloodlight}. */
export interface GoogleFloodlightOptions extends GoogleDestinationOptions {
  /** Id of the advertiser's Floodlight configuration, e.g. `"DC-1234567"`. */
  advertiserId: string;
}

/**
 * Floodlight (Campaign Manager 360) through gtag.js, with Google Consent Mode v2.
 *
 * As with Google Ads nothing stops a loaded tag, hence the reload after a withdrawal.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent (read 2026-11-21)
 */
export const googleFloodlight = defineAdapter<GoogleFloodlightOptions>({
  vendor: 'google-floodlight',
  storage: [
    { kind: 'cookie', name: '_gcl_dc' },
    { kind: 'cookie', name: '_dcid' },
  ],
  setup: ({ advertiserId, ...options }) => googleDestination(advertiserId, options),
});

export const description = describeVendor({
  name: { en: 'Google Floodlight', ja: 'Google フラッドライト' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['www.googletagmanager.com/gtag/', 'fls.doubleclick.net', 'ad.doubleclick.net'],
  storage: [
    { kind: 'cookie', name: '_gcl_dc', life: 'P90D' },
    { kind: 'cookie', name: '_dcid', life: 'P400D' },
  ],
  queue: { name: 'dataLayer', call: 'gtag' },
  tellsGoogle: true,
  information: {
    en: 'URLs of the pages viewed, the ad that was clicked, purchases and sign-ups, browser and device, IP address',
    ja: '閲覧したページの URL、クリックした広告、購入や申し込みの有無、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Measuring what advertisements achieve',
    ja: '広告の効果測定',
  },
  recipientUse: FOR_ADVERTISING,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    required: ['advertiserId'],
    properties: {
      advertiserId: {
        type: 'string',
        pattern: '^DC-\\d+$',
        description: 'Id of the advertiser\'s Floodlight configuration, e.g. "DC-1234567".',
      },
      ...GOOGLE_TAG_OPTIONS,
    },
  },
  example: { advertiserId: 'DC-1000001' },
});
