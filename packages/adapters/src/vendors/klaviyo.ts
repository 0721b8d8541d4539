import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link klaviyo}. */
export interface KlaviyoOptions {
  /** Public API key (company id). */
  companyId: string;
}

/**
 * Klaviyo's onsite tracking: what is viewed, tied to subscribers, and sign-up forms.
 *
 * Only a setting of the account is known, hence the reload.
 *
 * Unverified: names and lives of `_kla_test`, `klaviyoOnsite`, `klaviyoPagesVisitCount`.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const klaviyo = defineAdapter<KlaviyoOptions>({
  vendor: 'klaviyo',
  storage: [
    { kind: 'cookie', name: '__kla_id' },
    { kind: 'cookie', name: '_kla_test' },
    { kind: 'localStorage', name: 'klaviyoOnsite' },
    { kind: 'sessionStorage', name: 'klaviyoPagesVisitCount' },
  ],
  setup: ({ companyId }, vendor) => ({
    ...holdCalls(vendor, (window) => (window.klaviyo ||= [])),
    onGrant: ({ loadScript }) =>
      loadScript(`https://static.klaviyo.com/onsite/js/klaviyo.js?company_id=${companyId}`),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Klaviyo', ja: 'Klaviyo' },
  provider: { en: 'Klaviyo, Inc.', ja: 'Klaviyo, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['klaviyo.com'],
  storage: [
    { kind: 'cookie', name: '__kla_id', life: 'P2Y' },
    { kind: 'cookie', name: '_kla_test' },
    { kind: 'localStorage', name: 'klaviyoOnsite' },
    { kind: 'sessionStorage', name: 'klaviyoPagesVisitCount' },
  ],
  queue: { name: 'klaviyo' },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, e-mail address where one is entered, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、入力されたメールアドレス、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Sending messages that fit interests, and measuring their effect',
    ja: '興味・関心に応じた情報の配信、その効果の測定',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.klaviyo.com/legal/privacy',
  options: {
    required: ['companyId'],
    properties: {
      companyId: { type: 'string', pattern: '^[A-Za-z0-9]+$', description: 'Public API key (company id).' },
    },
  },
  example: { companyId: 'AbC123' },
});
