import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueListFunction } from '../lib/queue-list-function.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link pinterestTag}. */
export interface PinterestTagOptions {
  /** Id of the tag. */
  tagId: string;
}

/**
 * Pinterest Tag: page views and conversions for advertising on Pinterest.
 *
 * `setconsent` with false stands before everything else; with true before `load`. A withdrawal stops its events in
 * the same page and clears its storage.
 *
 * Unverified: names and lives of `_pin_unauth`, `_epik`.
 *
 * @see snippets in the public source of several sites; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const pinterestTag = defineAdapter<PinterestTagOptions>({
  vendor: 'pinterest-tag',
  storage: [
    { kind: 'cookie', name: '_pin_unauth' },
    { kind: 'cookie', name: '_epik' },
    { kind: 'cookie', name: '_derived_epik' },
  ],
  setup({ tagId }, vendor) {
    const open = (window: AdapterContext['window']) =>
      queueListFunction(window, 'pintrk', 'queue', { version: '3.0' });
    return {
      ...holdCalls(
        vendor,
        (window) => open(window).queue,
        (window) => open(window)('setconsent', false),
      ),
      onGrant({ window, loadScript }) {
        open(window)('setconsent', true);
        loadScript('https://s.pinimg.com/ct/core.js', () => {
          open(window)('load', tagId);
          open(window)('page');
        });
      },
      onWithdraw: ({ window }) => open(window)('setconsent', false),
    };
  },
});

export const description = describeVendor({
  name: { en: 'Pinterest Tag', ja: 'Pinterest タグ' },
  provider: { en: 'Pinterest, Inc.', ja: 'Pinterest, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['s.pinimg.com/ct', 'ct.pinterest.com'],
  storage: [
    { kind: 'cookie', name: '_pin_unauth' },
    { kind: 'cookie', name: '_epik' },
    { kind: 'cookie', name: '_derived_epik', life: 'P1Y' },
    { kind: 'cookie', name: '_pinterest_ct_ua', life: 'session', domain: 'ct.pinterest.com' },
  ],
  queue: { name: 'pintrk', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, purchases and sign-ups and their value, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、購入や申し込みの有無とその金額、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Delivering advertising that fits interests, and measuring its effect',
    ja: '興味・関心に応じた広告の配信、広告効果の測定',
  },
  recipientUse: FOR_ADVERTISING,
  withdrawal: SILENCED,
  policyUrl: 'https://policy.pinterest.com/en/privacy-policy',
  options: {
    required: ['tagId'],
    properties: {
      tagId: { type: 'string', pattern: '^[0-9]+$', description: 'Id of the tag.' },
    },
  },
  example: { tagId: '2612345678901' },
});
