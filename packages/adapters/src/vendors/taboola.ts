import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link taboola}. */
export interface TaboolaOptions {
  /** Number of the account. */
  accountId: string;
}

/**
 * Taboola Pixel: page views and conversions for advertising.
 *
 * It reads TCF and US privacy strings and has no call of its own, hence the reload.
 *
 * Unverified: names and lives of `trc_cookie_storage`, `taboola global:*`.
 *
 * @see Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0; snippets in the public source of several sites (read 2026-11-21)
 * @see snippets in the public source of several sites (read 2026-11-22)
 */
export const taboola = defineAdapter<TaboolaOptions>({
  vendor: 'taboola',
  storage: [
    { kind: 'cookie', name: 't_pt_gid' },
    { kind: 'cookie', name: 'trc_cookie_storage' },
    { kind: 'localStorage', name: 'taboola global:*' },
  ],
  setup: ({ accountId }, vendor) => ({
    ...holdCalls(vendor, (window) => (window._tfa ||= [])),
    onGrant: ({ window, loadScript }) =>
      loadScript(`https://cdn.taboola.com/libtrc/unip/${accountId}/tfa.js`, (script) => {
        script.id = 'tb_tfa_script';
        (window._tfa as unknown[]).push({ notify: 'event', name: 'page_view', id: Number(accountId) });
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Taboola Pixel', ja: 'Taboola ピクセル' },
  provider: { en: 'Taboola, Inc.', ja: 'Taboola, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['taboola.com'],
  storage: [
    { kind: 'cookie', name: 't_pt_gid', life: 'P1Y' },
    { kind: 'cookie', name: 'trc_cookie_storage' },
    { kind: 'localStorage', name: 'taboola global:*' },
    { kind: 'cookie', name: 't_gid', life: 'P1Y', domain: 'taboola.com' },
    { kind: 'cookie', name: 'taboola_session_id', life: 'session', domain: 'taboola.com' },
  ],
  queue: { name: '_tfa' },
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
  policyUrl: 'https://www.taboola.com/policies/privacy-policy',
  options: {
    required: ['accountId'],
    properties: {
      accountId: { type: 'string', pattern: '^[0-9]+$', description: 'Number of the account.' },
    },
  },
  example: { accountId: '1234567' },
});
