import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link hotjar}. */
export interface HotjarOptions {
  /** Id of the site, e.g. "1234567". */
  siteId: string;
}

/**
 * Hotjar (Contentsquare): recordings, heat maps and surveys.
 *
 * Its own package has no consent call (npm @hotjar/browser 1.0.9: init, event, identify, stateChange, isReady),
 * hence the reload.
 *
 * Unverified: names and lives of `_hjid`, `hjActiveViewportIds`.
 *
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const hotjar = defineAdapter<HotjarOptions>({
  vendor: 'hotjar',
  storage: [
    { kind: 'cookie', name: '_hj*' },
    { kind: 'localStorage', name: '_hjid' },
    { kind: 'localStorage', name: 'hjActiveViewportIds' },
    { kind: 'sessionStorage', name: 'hjViewportId' },
  ],
  setup: ({ siteId }, vendor) => ({
    ...holdCalls(vendor, (window) => queueFunction(window, 'hj').q),
    onGrant: ({ window, loadScript }) =>
      loadScript(`https://static.hotjar.com/c/hotjar-${siteId}.js?sv=6`, () => {
        window._hjSettings = { hjid: Number(siteId), hjsv: 6 };
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Hotjar', ja: 'Hotjar' },
  provider: { en: 'Hotjar Ltd.', ja: 'Hotjar Ltd.' },
  country: 'MT',
  purpose: 'analytics',
  hosts: ['hotjar.com', 'hotjar.io'],
  storage: [
    { kind: 'cookie', name: '_hj*', life: 'P1Y' },
    { kind: 'localStorage', name: '_hjid' },
    { kind: 'localStorage', name: 'hjActiveViewportIds' },
    { kind: 'sessionStorage', name: 'hjViewportId', life: 'session' },
  ],
  queue: { name: 'hj', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, mouse movements and what the page shows, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、マウスの動き、ページの表示内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Seeing how pages are used, from recordings and heat maps, and improving them',
    ja: '操作の記録やヒートマップによる利用状況の把握、ページの改善',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.hotjar.com/legal/policies/privacy/',
  options: {
    required: ['siteId'],
    properties: {
      siteId: { type: 'string', pattern: '^[0-9]+$', description: 'Id of the site, e.g. "1234567".' },
    },
  },
  example: { siteId: '1234567' },
});
