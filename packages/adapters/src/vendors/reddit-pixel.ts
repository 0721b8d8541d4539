import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link redditPixel}. */
export interface RedditPixelOptions {
  /** Id of the pixel, e.g. "t2_…" or "a2_…". */
  pixelId: string;
}

/**
 * Reddit Pixel: page views and conversions for advertising on Reddit.
 *
 * `disableFirstPartyCookies` and its counterpart switch its cookie only: events go on. So it is loaded after a
 * grant, told both ways, and gone after the reload.
 *
 * Unverified: name and life of `_rdt_cid`.
 *
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const redditPixel = defineAdapter<RedditPixelOptions>({
  vendor: 'reddit-pixel',
  storage: [
    { kind: 'cookie', name: '_rdt_uuid' },
    { kind: 'cookie', name: '_rdt_cid' },
  ],
  setup({ pixelId }, vendor) {
    const open = (window: AdapterContext['window']) => queueFunction(window, 'rdt', 'callQueue', 'sendEvent');
    return {
      ...holdCalls(
        vendor,
        (window) => open(window).callQueue,
        (window) => open(window)('disableFirstPartyCookies'),
      ),
      onGrant({ window, loadScript }) {
        open(window)('enableFirstPartyCookies');
        loadScript('https://www.redditstatic.com/ads/pixel.js', () => {
          open(window)('init', pixelId);
          open(window)('track', 'PageVisit');
        });
      },
      onWithdraw({ window }) {
        open(window)('disableFirstPartyCookies');
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Reddit Pixel', ja: 'Reddit ピクセル' },
  provider: { en: 'Reddit, Inc.', ja: 'Reddit, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['www.redditstatic.com/ads', 'alb.reddit.com', 'pixel-config.reddit.com'],
  storage: [
    { kind: 'cookie', name: '_rdt_uuid', life: 'P90D' },
    { kind: 'cookie', name: '_rdt_cid' },
    { kind: 'cookie', name: 'edgebucket', life: 'P2Y', domain: 'reddit.com' },
  ],
  queue: { name: 'rdt', isFunction: true },
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
  policyUrl: 'https://www.reddit.com/policies/privacy-policy',
  options: {
    required: ['pixelId'],
    properties: {
      pixelId: {
        type: 'string',
        pattern: '^[at]2_[a-z0-9]+$',
        description: 'Id of the pixel, e.g. "t2_…" or "a2_…".',
      },
    },
  },
  example: { pixelId: 'a2_example' },
});
