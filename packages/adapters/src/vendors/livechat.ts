import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link livechat}. */
export interface LivechatOptions {
  /** Number of the licence. */
  license: string;
}

/**
 * LiveChat: chat.
 *
 * `destroy` takes its widget out; what its script did besides is gone after the reload.
 *
 * Unverified: that `destroy` ends the connection.
 *
 * @see Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 * @see snippets in the public source of several sites (read 2026-11-22)
 */
export const livechat = defineAdapter<LivechatOptions>({
  vendor: 'livechat',
  storage: [{ kind: 'cookie', name: '__livechat' }],
  setup: ({ license }) => ({
    onGrant: ({ window, loadScript }) =>
      loadScript('https://cdn.livechatinc.com/tracking.js', () => {
        window.__lc = { ...(window.__lc as object), license: Number(license) };
      }),
    onWithdraw({ window }) {
      (window.LiveChatWidget as { call(name: string): void } | undefined)?.call('destroy');
      return 'reload';
    },
  }),
});

export const description = describeVendor({
  name: { en: 'LiveChat', ja: 'LiveChat' },
  provider: { en: 'Text, Inc.', ja: 'Text, Inc.' },
  country: 'US',
  purpose: 'functional',
  hosts: ['livechatinc.com', 'livechat-static.com'],
  storage: [
    { kind: 'cookie', name: '__livechat', life: 'P3Y' },
    { kind: 'cookie', name: '__lc_cid', life: 'P3Y', domain: 'livechatinc.com' },
    { kind: 'cookie', name: '__lc_cst', life: 'P3Y', domain: 'livechatinc.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, messages written, e-mail address where one is entered, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、チャットの内容、入力されたメールアドレス、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Answering questions by chat', ja: 'チャットによるお問い合わせへの対応' },
  recipientUse: FOR_THE_SITE,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://www.livechat.com/legal/privacy-policy/',
  options: {
    required: ['license'],
    properties: {
      license: { type: 'string', pattern: '^[0-9]+$', description: 'Number of the licence.' },
    },
  },
  example: { license: '12345678' },
});
