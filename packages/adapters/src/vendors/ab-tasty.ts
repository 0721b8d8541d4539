import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link abTasty}. */
export interface AbTastyOptions {
  /** Id of the account, from the address of its script. */
  accountId: string;
}

/**
 * AB Tasty: tests of page variants.
 *
 * Its consent mode is a setting of the account; nothing is called, and it is gone after the reload.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const abTasty = defineAdapter<AbTastyOptions>({
  vendor: 'ab-tasty',
  storage: [
    { kind: 'cookie', name: 'ABTasty' },
    { kind: 'cookie', name: 'ABTastySession' },
  ],
  setup: ({ accountId }) => ({
    onGrant: ({ loadScript }) => loadScript(`https://try.abtasty.com/${accountId}.js`),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'AB Tasty', ja: 'AB Tasty' },
  provider: { en: 'AB Tasty SAS', ja: 'AB Tasty SAS' },
  country: 'FR',
  purpose: 'functional',
  hosts: ['abtasty.com'],
  storage: [
    { kind: 'cookie', name: 'ABTasty', life: 'P13M' },
    { kind: 'cookie', name: 'ABTastySession', life: 'session' },
  ],
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, which variants were shown, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、表示されたテストパターン、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Comparing variants of pages and fitting their contents to visitors',
    ja: 'ページの表示パターンの比較、内容の最適化',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.abtasty.com/privacy-policy/',
  options: {
    required: ['accountId'],
    properties: {
      accountId: {
        type: 'string',
        pattern: '^[a-f0-9]+$',
        description: 'Id of the account, from the address of its script.',
      },
    },
  },
  example: { accountId: '0123456789abcdef0123456789abcdef' },
});
