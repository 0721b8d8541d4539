import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link userInsight}. */
export interface UserInsightOptions {
  /** Number of the account. */
  id: string;
}

/**
 * User Insight by User Local: page views, and who visits by organisation and region.
 *
 * No consent call is known, hence the reload.
 *
 * Unverified: name and life of `uuid2`.
 *
 * @see snippets in the public source of several sites (read 2026-11-21)
 */
export const userInsight = defineAdapter<UserInsightOptions>({
  vendor: 'user-insight',
  storage: [{ kind: 'cookie', name: '__ulfpc' }],
  setup: ({ id }) => ({
    onGrant: ({ window, loadScript }) =>
      loadScript('https://cs.nakanohito.jp/b3/bi.js', () => {
        window._uic ||= {};
        window._uih = { ...(window._uih as object), id: Number(id) };
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'User Insight', ja: 'User Insight（ユーザーインサイト）' },
  provider: { en: 'User Local, Inc.', ja: '株式会社ユーザーローカル' },
  country: 'JP',
  purpose: 'analytics',
  hosts: ['nakanohito.jp'],
  storage: [
    { kind: 'cookie', name: '__ulfpc', life: 'P2Y' },
    { kind: 'cookie', name: 'uuid2', domain: 'nakanohito.jp' },
  ],
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
  policyUrl: 'https://ui.userlocal.jp/privacy/',
  options: {
    required: ['id'],
    properties: {
      id: { type: 'string', pattern: '^[0-9]+$', description: 'Number of the account.' },
    },
  },
  example: { id: '12345' },
});
