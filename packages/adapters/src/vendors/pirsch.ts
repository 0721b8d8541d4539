import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link pirsch}. */
export interface PirschOptions {
  /** Identification code of the site. */
  code: string;
}

/**
 * Pirsch Analytics: page views, without cookies.
 *
 * No call stops it, hence the reload.
 *
 * Unverified: provider and its country.
 *
 * @see npm @c15t/scripts 2.2.0 (read 2026-11-22)
 */
export const pirsch = defineAdapter<PirschOptions>({
  vendor: 'pirsch',
  storage: [],
  setup: ({ code }) => ({
    onGrant: ({ loadScript }) =>
      loadScript('https://api.pirsch.io/pa.js', (script) => {
        // The script finds its settings by this id.
        script.id = 'pianjs';
        script.setAttribute('data-code', code);
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Pirsch Analytics', ja: 'Pirsch Analytics' },
  provider: { en: 'Emvi Software GmbH', ja: 'Emvi Software GmbH' },
  country: 'DE',
  purpose: 'analytics',
  hosts: ['api.pirsch.io'],
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
  policyUrl: 'https://pirsch.io/privacy',
  options: {
    required: ['code'],
    properties: {
      code: { type: 'string', pattern: '^[A-Za-z0-9]+$', description: 'Identification code of the site.' },
    },
  },
  example: { code: 'example0123456789' },
});
