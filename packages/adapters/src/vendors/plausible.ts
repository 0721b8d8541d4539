import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link plausible}. */
export interface PlausibleOptions {
  /** The site as Plausible knows it, e.g. "example.com". */
  domain: string;
  /** URL of the script, which names the extensions it has,, if not on the vendor's host. */
  src?: string;
}

/**
 * Plausible Analytics: page views, without cookies or identifiers kept in the browser.
 *
 * It still transmits the address of the page, so it waits for its purpose like the others. No call stops it but a
 * flag of its own in localStorage, hence the reload.
 *
 * @see npm @plausible-analytics/tracker 0.4.6 (read 2026-11-22)
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const plausible = defineAdapter<PlausibleOptions>({
  vendor: 'plausible',
  storage: [],
  setup: ({ domain, src = 'https://plausible.io/js/script.js' }, vendor) => ({
    ...holdCalls(vendor, (window) => queueFunction(window, 'plausible').q),
    onGrant: ({ loadScript }) => loadScript(src, (script) => script.setAttribute('data-domain', domain)),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Plausible Analytics', ja: 'Plausible Analytics' },
  provider: { en: 'Plausible Insights OÜ', ja: 'Plausible Insights OÜ' },
  country: 'EE',
  purpose: 'analytics',
  hosts: ['plausible.io'],
  storage: [],
  queue: { name: 'plausible', isFunction: true },
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
  policyUrl: 'https://plausible.io/privacy',
  options: {
    required: ['domain'],
    properties: {
      domain: {
        type: 'string',
        minLength: 1,
        description: 'The site as Plausible knows it, e.g. "example.com".',
      },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of the script, which names the extensions it has,, if not on the vendor's host.",
      },
    },
  },
  example: { domain: 'shop.example.com' },
});
