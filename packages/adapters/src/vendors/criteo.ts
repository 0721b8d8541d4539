import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link criteo}. */
export interface CriteoOptions {
  /** Number of the account. */
  account: string;
}

/**
 * Criteo OneTag: what is viewed and bought, for advertising with the products viewed.
 *
 * It reads a TCF string where there is one and has no call of its own, hence the reload. What is viewed is said by
 * the page itself, in `criteo_q`.
 *
 * Unverified: names and lives of `cto_bundle`, `cto_tld_test`, `criteo_*`.
 *
 * @see npm tarteaucitronjs 1.34.0; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const criteo = defineAdapter<CriteoOptions>({
  vendor: 'criteo',
  storage: [
    { kind: 'cookie', name: 'cto_bundle' },
    { kind: 'cookie', name: 'cto_tld_test' },
    { kind: 'localStorage', name: 'criteo_*' },
  ],
  setup: ({ account }, vendor) => ({
    ...holdCalls(vendor, (window) => (window.criteo_q ||= [])),
    onGrant: ({ window, loadScript }) =>
      loadScript(`https://dynamic.criteo.com/js/ld/ld.js?a=${account}`, () => {
        (window.criteo_q as unknown[]).unshift({ event: 'setAccount', account: Number(account) });
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Criteo OneTag', ja: 'Criteo OneTag' },
  provider: { en: 'Criteo S.A.', ja: 'Criteo S.A.' },
  country: 'FR',
  purpose: 'marketing',
  hosts: ['criteo.com', 'criteo.net'],
  storage: [
    { kind: 'cookie', name: 'cto_bundle' },
    { kind: 'cookie', name: 'cto_tld_test' },
    { kind: 'localStorage', name: 'criteo_*' },
    { kind: 'cookie', name: 'uid', life: 'P13M', domain: 'criteo.com' },
  ],
  queue: { name: 'criteo_q' },
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
  policyUrl: 'https://www.criteo.com/privacy/',
  options: {
    required: ['account'],
    properties: {
      account: { type: 'string', pattern: '^[0-9]+$', description: 'Number of the account.' },
    },
  },
  example: { account: '12345' },
});
