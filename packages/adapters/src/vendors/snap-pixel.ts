import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link snapPixel}. */
export interface SnapPixelOptions {
  /** Id of the pixel. */
  pixelId: string;
}

/**
 * Snap Pixel: page views and conversions for advertising on Snapchat.
 *
 * No consent call is known, hence the reload.
 *
 * Unverified: names and lives of `_ScCbts`, `_sctr`.
 *
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const snapPixel = defineAdapter<SnapPixelOptions>({
  vendor: 'snap-pixel',
  storage: [
    { kind: 'cookie', name: '_scid' },
    { kind: 'cookie', name: '_scid_r' },
    { kind: 'cookie', name: '_ScCbts' },
    { kind: 'cookie', name: '_sctr' },
  ],
  setup({ pixelId }, vendor) {
    const open = (window: AdapterContext['window']) =>
      queueFunction(window, 'snaptr', 'queue', 'handleRequest');
    return {
      ...holdCalls(vendor, (window) => open(window).queue),
      onGrant({ window, loadScript }) {
        loadScript('https://sc-static.net/scevent.min.js', () => {
          open(window)('init', pixelId);
          open(window)('track', 'PAGE_VIEW');
        });
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'Snap Pixel', ja: 'Snap ピクセル' },
  provider: { en: 'Snap Inc.', ja: 'Snap Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['sc-static.net', 'tr.snapchat.com', 'tr6.snapchat.com'],
  storage: [
    { kind: 'cookie', name: '_scid', life: 'P13M' },
    { kind: 'cookie', name: '_scid_r', life: 'P13M' },
    { kind: 'cookie', name: '_ScCbts' },
    { kind: 'cookie', name: '_sctr' },
    { kind: 'cookie', name: 'sc_at', life: 'P13M', domain: 'snapchat.com' },
  ],
  queue: { name: 'snaptr', isFunction: true },
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
  policyUrl: 'https://values.snap.com/privacy/privacy-policy',
  options: {
    required: ['pixelId'],
    properties: {
      pixelId: { type: 'string', pattern: '^[a-f0-9-]+$', description: 'Id of the pixel.' },
    },
  },
  example: { pixelId: '00000000-0000-4000-8000-000000000000' },
});
