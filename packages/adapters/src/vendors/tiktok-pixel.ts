import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueMethods } from '../lib/queue-methods.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** What a page may call before the script is there. */
const METHODS = 'page track identify holdConsent revokeConsent grantConsent';

/** Options of {@link tiktokPixel}. */
export interface TiktokPixelOptions {
  /** Id of the pixel. */
  pixelId: string;
}

/**
 * TikTok Pixel: page views and conversions for advertising on TikTok.
 *
 * `holdConsent` stands before the pixel is loaded; `grantConsent` lets its events go, `revokeConsent` drops them.
 * The three have to be among the methods of its queue.
 *
 * Unverified: names and lives of `ttclid`, `tt_appInfo`, `tt_sessionId`, `tt_pixel_session_index`.
 *
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const tiktokPixel = defineAdapter<TiktokPixelOptions>({
  vendor: 'tiktok-pixel',
  storage: [
    { kind: 'cookie', name: '_ttp' },
    { kind: 'cookie', name: '_tt_enable_cookie' },
    { kind: 'cookie', name: 'ttcsid*' },
    { kind: 'cookie', name: 'ttclid' },
    { kind: 'sessionStorage', name: 'tt_appInfo' },
    { kind: 'sessionStorage', name: 'tt_sessionId' },
    { kind: 'sessionStorage', name: 'tt_pixel_session_index' },
  ],
  setup({ pixelId }, vendor) {
    const open = (window: AdapterContext['window']) => queueMethods(window, 'ttq', METHODS);
    return {
      ...holdCalls(vendor, open, (window) => open(window).holdConsent?.()),
      onGrant({ window, loadScript }) {
        const ttq = open(window);
        ttq.grantConsent?.();
        const src = `https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=${pixelId}&lib=ttq`;
        loadScript(src, () => {
          window.TiktokAnalyticsObject = 'ttq';
          ttq.page?.();
        });
      },
      onWithdraw({ window }) {
        open(window).revokeConsent?.();
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'TikTok Pixel', ja: 'TikTok ピクセル' },
  provider: {
    en: 'TikTok Pte. Ltd. (in the EEA, UK and US other companies of TikTok)',
    ja: 'TikTok Pte. Ltd.（EEA・英国・米国では各地域の TikTok の法人）',
  },
  country: 'SG',
  purpose: 'marketing',
  hosts: ['analytics.tiktok.com', 'tiktokw.us'],
  storage: [
    { kind: 'cookie', name: '_ttp', life: 'P13M' },
    { kind: 'cookie', name: '_tt_enable_cookie', life: 'P13M' },
    { kind: 'cookie', name: 'ttcsid*', life: 'P90D' },
    { kind: 'cookie', name: 'ttclid' },
    { kind: 'sessionStorage', name: 'tt_appInfo' },
    { kind: 'sessionStorage', name: 'tt_sessionId' },
    { kind: 'sessionStorage', name: 'tt_pixel_session_index' },
  ],
  queue: { name: 'ttq', methods: METHODS },
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
  policyUrl: 'https://www.tiktok.com/legal/privacy-policy',
  options: {
    required: ['pixelId'],
    properties: {
      pixelId: { type: 'string', pattern: '^[A-Z0-9]+$', description: 'Id of the pixel.' },
    },
  },
  example: { pixelId: 'C0EXAMPLE0PIXEL' },
});
