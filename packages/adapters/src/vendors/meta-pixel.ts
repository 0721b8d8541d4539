import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link metaPixel}. */
export interface MetaPixelOptions {
  /** Id of the pixel. */
  pixelId: string;
  /** URL of fbevents.js, if not on the vendor's host. */
  src?: string;
}

/**
 * Meta Pixel: page views and conversions for advertising on Facebook and Instagram.
 *
 * `consent revoke` stands before `init` on every page, as the vendor asks, and `consent grant` before the first
 * event. A revocation fires nothing more; the script stays, hence the reload. A `noscript` image in the page has
 * to be taken out: no script can withhold it.
 *
 * Unverified: names and lives of `_fbp`, `_fbc`, `lastExternalReferrer*`.
 *
 * @see https://developers.facebook.com/docs/meta-pixel/implementation/gdpr (read 2026-11-21)
 * @see npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17; npm tarteaucitronjs 1.34.0; DefinitelyTyped (read 2026-11-21)
 */
export const metaPixel = defineAdapter<MetaPixelOptions>({
  vendor: 'meta-pixel',
  storage: [
    { kind: 'cookie', name: '_fbp' },
    { kind: 'cookie', name: '_fbc' },
    { kind: 'localStorage', name: 'lastExternalReferrer*' },
  ],
  setup({ pixelId, src = 'https://connect.facebook.net/en_US/fbevents.js' }, vendor) {
    const open = (window: AdapterContext['window']) => {
      const fbq = queueFunction(window, 'fbq', 'queue', 'callMethod', { loaded: true, version: '2.0' });
      window._fbq ||= fbq;
      fbq.push ||= fbq;
      return fbq;
    };
    return {
      ...holdCalls(
        vendor,
        (window) => open(window).queue,
        (window) => open(window)('consent', 'revoke'),
      ),
      onGrant({ window, loadScript }) {
        const fbq = open(window);
        fbq('consent', 'grant');
        loadScript(src, () => {
          fbq('init', pixelId);
          fbq('track', 'PageView');
        });
      },
      onWithdraw({ window }) {
        open(window)('consent', 'revoke');
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Meta Pixel', ja: 'Meta ピクセル' },
  provider: { en: 'Meta Platforms, Inc.', ja: 'Meta Platforms, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['connect.facebook.net/en_US/fbevents.js', 'connect.facebook.net/signals', 'www.facebook.com/tr'],
  storage: [
    { kind: 'cookie', name: '_fbp' },
    { kind: 'cookie', name: '_fbc' },
    { kind: 'localStorage', name: 'lastExternalReferrer*' },
    { kind: 'cookie', name: 'fr', life: 'P90D', domain: 'facebook.com' },
    { kind: 'cookie', name: 'datr', life: 'P2Y', domain: 'facebook.com' },
    { kind: 'cookie', name: 'sb', life: 'P2Y', domain: 'facebook.com' },
  ],
  queue: { name: 'fbq', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, purchases and sign-ups and their value, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、購入や申し込みの有無とその金額、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Delivering advertising that fits interests, and measuring its effect',
    ja: '興味・関心に応じた広告の配信、広告効果の測定',
  },
  recipientUse: FOR_ADVERTISING,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://www.facebook.com/privacy/policy/',
  options: {
    required: ['pixelId'],
    properties: {
      pixelId: { type: 'string', pattern: '^[0-9]+$', description: 'Id of the pixel.' },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of fbevents.js, if not on the vendor's host.",
      },
    },
  },
  example: { pixelId: '123456789012345' },
});
