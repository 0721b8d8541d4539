import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link lineTag}. */
export interface LineTagOptions {
  /** Id of the tag. */
  tagId: string;
  /** Kind of account: "lap" for LINE Ads. @default "lap" */
  customerType?: 'account' | 'lap';
}

/**
 * LINE Tag: page views and conversions for advertising on LINE.
 *
 * No consent call is known, hence the reload. A `noscript` image in the page has to be taken out: no script can
 * withhold it.
 *
 * Unverified: name and life of `_ldbrbid`.
 *
 * @see snippets in the public source of several sites; npm td-js-sdk 4.4.3 (read 2026-11-21)
 */
export const lineTag = defineAdapter<LineTagOptions>({
  vendor: 'line-tag',
  storage: [
    { kind: 'cookie', name: '__lt__cid*' },
    { kind: 'cookie', name: '__lt__sid*' },
  ],
  setup({ tagId, customerType = 'lap' }, vendor) {
    return {
      ...holdCalls(vendor, (window) => {
        window._ltq ||= [];
        window._lt ||= function call() {
          // biome-ignore lint/complexity/noArguments: the vendor tells a call by its being an `arguments` object
          (window._ltq as unknown[]).push(arguments);
        };
        return window._ltq;
      }),
      onGrant({ window, loadScript }) {
        loadScript('https://d.line-scdn.net/n/line_tag/public/release/v1/lt.js', () => {
          const call = window._lt as (...args: unknown[]) => void;
          call('init', { customerType, tagId });
          call('send', 'pv', [tagId]);
        });
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'LINE Tag', ja: 'LINE Tag' },
  provider: { en: 'LY Corporation', ja: 'LINEヤフー株式会社' },
  country: 'JP',
  purpose: 'marketing',
  hosts: ['d.line-scdn.net/n/line_tag', 'tr.line.me'],
  storage: [
    { kind: 'cookie', name: '__lt__cid*', life: 'P1Y' },
    { kind: 'cookie', name: '__lt__sid*', life: 'PT30M' },
    { kind: 'cookie', name: '_ldbrbid', domain: 'line.me' },
  ],
  queue: { name: '_ltq', call: '_lt' },
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
  policyUrl: 'https://www.lycorp.co.jp/ja/company/privacypolicy/',
  options: {
    required: ['tagId'],
    properties: {
      tagId: { type: 'string', minLength: 1, description: 'Id of the tag.' },
      customerType: { enum: ['account', 'lap'], description: 'Kind of account: "lap" for LINE Ads.' },
    },
  },
  example: { tagId: '00000000-0000-4000-8000-000000000000' },
});
