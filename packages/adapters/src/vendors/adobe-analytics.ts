import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link adobeAnalytics}. */
export interface AdobeAnalyticsOptions {
  /** URL of the property, from its embed code. */
  src: string;
}

/**
 * A property of Adobe Experience Platform Tags, with Adobe Analytics in it.
 *
 * A property can load far more than Analytics: what else is in it has to be listed as vendors of their own. Its
 * consent calls differ by extension (`alloy` or the ECID service) and were not confirmed, so it is loaded after a
 * grant and gone after the reload.
 *
 * Unverified: name and life of `kndctr_*`.
 *
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const adobeAnalytics = defineAdapter<AdobeAnalyticsOptions>({
  vendor: 'adobe-analytics',
  // `s_cc` and `s_sq` end with the session and are short enough to be somebody else's too.
  storage: [
    { kind: 'cookie', name: 'AMCV_*' },
    { kind: 'cookie', name: 'AMCVS_*' },
    { kind: 'cookie', name: 's_ecid' },
    { kind: 'cookie', name: 's_fid' },
    { kind: 'cookie', name: 's_vi*' },
    { kind: 'cookie', name: 'kndctr_*' },
  ],
  setup: ({ src }) => ({
    onInit({ window }) {
      window.adobeDataLayer ||= [];
    },
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: {
    en: 'Adobe Experience Platform Tags (Adobe Analytics)',
    ja: 'Adobe Experience Platform タグ（Adobe Analytics）',
  },
  provider: { en: 'Adobe Inc.', ja: 'Adobe Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['assets.adobedtm.com', 'omtrdc.net', '2o7.net', 'demdex.net', 'adobedc.net'],
  storage: [
    { kind: 'cookie', name: 'AMCV_*', life: 'P2Y' },
    { kind: 'cookie', name: 'AMCVS_*', life: 'session' },
    { kind: 'cookie', name: 's_ecid', life: 'P2Y' },
    { kind: 'cookie', name: 's_fid', life: 'P5Y' },
    { kind: 'cookie', name: 's_vi*', life: 'P2Y' },
    { kind: 'cookie', name: 'kndctr_*' },
    { kind: 'cookie', name: 'demdex', life: 'P180D', domain: 'demdex.net' },
  ],
  queue: { name: 'adobeDataLayer' },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.adobe.com/privacy/policy.html',
  options: {
    required: ['src'],
    properties: {
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: 'URL of the property, from its embed code.',
      },
    },
  },
  example: { src: 'https://assets.adobedtm.com/0123456789ab/cdef/launch-example.min.js' },
});
