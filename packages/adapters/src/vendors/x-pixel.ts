import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link xPixel}. */
export interface XPixelOptions {
  /** Id of the pixel, e.g. "o1abc". */
  pixelId: string;
}

/**
 * X Pixel: page views and conversions for advertising on X.
 *
 * It has no grant or revoke call, hence the reload.
 *
 * Unverified: name and life of `_twclid`.
 *
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const xPixel = defineAdapter<XPixelOptions>({
  vendor: 'x-pixel',
  storage: [{ kind: 'cookie', name: '_twclid' }],
  setup({ pixelId }, vendor) {
    const open = (window: AdapterContext['window']) =>
      queueFunction(window, 'twq', 'queue', 'exe', { version: '1.1' });
    return {
      ...holdCalls(vendor, (window) => open(window).queue),
      onGrant({ window, loadScript }) {
        loadScript('https://static.ads-twitter.com/uwt.js', () => open(window)('config', pixelId));
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'X Pixel', ja: 'X（旧 Twitter）ピクセル' },
  provider: { en: 'X Corp.', ja: 'X Corp.' },
  country: 'US',
  purpose: 'marketing',
  hosts: [
    'static.ads-twitter.com',
    'analytics.twitter.com',
    'ads-api.twitter.com',
    'ads.twitter.com',
    't.co/1/i/adsct',
    't.co/i/adsct',
  ],
  storage: [
    { kind: 'cookie', name: '_twclid' },
    { kind: 'cookie', name: 'muc_ads', life: 'P2Y', domain: 't.co' },
    { kind: 'cookie', name: 'guest_id', life: 'P2Y', domain: 'twitter.com' },
    { kind: 'cookie', name: 'guest_id_ads', life: 'P2Y', domain: 'twitter.com' },
    { kind: 'cookie', name: 'personalization_id', life: 'P2Y', domain: 'twitter.com' },
  ],
  queue: { name: 'twq', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, purchases and sign-ups and their value, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、購入や申し込みの有無とその金額、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Delivering advertising that fits interests, and measuring its effect',
    ja: '興味・関心に応じた広告の配信、広告効果の測定',
  },
  recipientUse: FOR_ADVERTISING,
  withdrawal: RELOADED,
  policyUrl: 'https://x.com/en/privacy',
  options: {
    required: ['pixelId'],
    properties: {
      pixelId: { type: 'string', pattern: '^[a-z0-9]+$', description: 'Id of the pixel, e.g. "o1abc".' },
    },
  },
  example: { pixelId: 'o1abc' },
});
