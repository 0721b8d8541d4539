import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link crazyEgg}. */
export interface CrazyEggOptions {
  /** Number of the account, eight digits. */
  account: string;
}

/**
 * Crazy Egg: heat maps and recordings.
 *
 * No consent call is known, hence the reload.
 *
 * Unverified: names and lives of `_ce.*`, `cebs`.
 *
 * @see npm tarteaucitronjs 1.34.0 (read 2026-11-21)
 */
export const crazyEgg = defineAdapter<CrazyEggOptions>({
  vendor: 'crazy-egg',
  storage: [
    { kind: 'cookie', name: '_ce.*' },
    { kind: 'cookie', name: 'cebs' },
  ],
  setup: ({ account }) => ({
    onGrant: ({ loadScript }) =>
      loadScript(`https://script.crazyegg.com/pages/scripts/${account.slice(0, 4)}/${account.slice(4)}.js`),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Crazy Egg', ja: 'Crazy Egg' },
  provider: { en: 'Crazy Egg, Inc.', ja: 'Crazy Egg, Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['crazyegg.com'],
  storage: [
    { kind: 'cookie', name: '_ce.*' },
    { kind: 'cookie', name: 'cebs' },
  ],
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
  policyUrl: 'https://www.crazyegg.com/privacy',
  options: {
    required: ['account'],
    properties: {
      account: { type: 'string', pattern: '^[0-9]{8}$', description: 'Number of the account, eight digits.' },
    },
  },
  example: { account: '01234567' },
});
