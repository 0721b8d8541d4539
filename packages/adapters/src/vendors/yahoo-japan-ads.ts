import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link yahooJapanAds}. */
export interface YahooJapanAdsOptions {
  /** Id for retargeting on the display network (yjad_retargeting), where it is wanted. */
  retargetingId?: string;
  /** Whether conversions are kept in localStorage too. @default false */
  webStorage?: boolean;
}

/**
 * The site general tag of Yahoo! JAPAN Ads (ytag.js): page views, conversions and retargeting.
 *
 * It has no revoke call, hence the reload. Conversions are said by the page itself, with `ytag`; those said under
 * a refusal are forgotten. `ycl_use_non_cookie_storage` also writes localStorage and stays off unless the site
 * says otherwise.
 *
 * Unverified: names and lives of `_yjr_yjad`, `XB`.
 *
 * @see snippets in the public source of several sites; help pages of Yahoo! JAPAN Ads; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const yahooJapanAds = defineAdapter<YahooJapanAdsOptions>({
  vendor: 'yahoo-japan-ads',
  storage: [
    { kind: 'cookie', name: '_yjsu_yjad' },
    { kind: 'cookie', name: '_ycl_yjad' },
    { kind: 'cookie', name: '_yjr_yjad' },
    { kind: 'cookie', name: '_ts_yjad' },
    { kind: 'localStorage', name: '_yjsu_yjad' },
    { kind: 'localStorage', name: '_ycl_yjad' },
  ],
  setup({ retargetingId, webStorage = false }, vendor) {
    type Ytag = (command: object) => void;
    return {
      ...holdCalls(vendor, (window) => {
        window.yjDataLayer ||= [];
        window.ytag ||= function ytag() {
          // biome-ignore lint/complexity/noArguments: the vendor tells a call by its being an `arguments` object
          (window.yjDataLayer as unknown[]).push(arguments);
        };
        return window.yjDataLayer;
      }),
      onGrant({ window, loadScript }) {
        const ytag = window.ytag as Ytag;
        loadScript('https://s.yimg.jp/images/listing/tool/cv/ytag.js', () => {
          ytag({ type: 'ycl_cookie', config: { ycl_use_non_cookie_storage: webStorage } });
          if (retargetingId) {
            const config = { yahoo_retargeting_id: retargetingId, yahoo_retargeting_label: '' };
            ytag({ type: 'yjad_retargeting', config });
          }
        });
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'Yahoo! JAPAN Ads', ja: 'Yahoo!広告（サイトジェネラルタグ）' },
  provider: { en: 'LY Corporation', ja: 'LINEヤフー株式会社' },
  country: 'JP',
  purpose: 'marketing',
  hosts: [
    's.yimg.jp/images/listing/tool/cv',
    'b90.yahoo.co.jp',
    'b91.yahoo.co.jp',
    'b92.yahoo.co.jp',
    'b97.yahoo.co.jp',
    'yads.c.yimg.jp',
  ],
  storage: [
    { kind: 'cookie', name: '_yjsu_yjad', life: 'P1Y' },
    { kind: 'cookie', name: '_ycl_yjad', life: 'P90D' },
    { kind: 'cookie', name: '_yjr_yjad' },
    { kind: 'cookie', name: '_ts_yjad', life: 'P90D' },
    { kind: 'localStorage', name: '_yjsu_yjad', life: 'P1Y' },
    { kind: 'localStorage', name: '_ycl_yjad', life: 'P90D' },
    { kind: 'cookie', name: 'XB', domain: 'yahoo.co.jp' },
  ],
  queue: { name: 'yjDataLayer', call: 'ytag' },
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
    properties: {
      retargetingId: {
        type: 'string',
        minLength: 1,
        description: 'Id for retargeting on the display network (yjad_retargeting), where it is wanted.',
      },
      webStorage: { type: 'boolean', description: 'Whether conversions are kept in localStorage too.' },
    },
  },
  example: { retargetingId: 'EXAMPLE123' },
});
