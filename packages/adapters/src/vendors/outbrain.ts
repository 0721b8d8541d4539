import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link outbrain}. */
export interface OutbrainOptions {
  /** Id of the marketer. */
  marketerId: string;
}

/**
 * Outbrain (Teads) Amplify Pixel: page views and conversions for advertising.
 *
 * No consent call is known, hence the reload.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const outbrain = defineAdapter<OutbrainOptions>({
  vendor: 'outbrain',
  storage: [
    { kind: 'cookie', name: 'outbrain_dicbo_id' },
    { kind: 'cookie', name: 'dicbo_id' },
  ],
  setup({ marketerId }, vendor) {
    const open = (window: AdapterContext['window']) =>
      queueFunction(window, 'obApi', 'queue', 'dispatch', { version: '1.1', loaded: true, marketerId });
    return {
      ...holdCalls(vendor, (window) => open(window).queue),
      onGrant({ window, loadScript }) {
        loadScript('https://amplify.outbrain.com/cp/obtp.js', () => open(window)('track', 'PAGE_VIEW'));
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'Outbrain Pixel', ja: 'Outbrain ピクセル' },
  provider: { en: 'Outbrain Inc. (Teads)', ja: 'Outbrain Inc.（Teads）' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['amplify.outbrain.com', 'tr.outbrain.com', 'widgets.outbrain.com'],
  storage: [
    { kind: 'cookie', name: 'outbrain_dicbo_id', life: 'P1D' },
    { kind: 'cookie', name: 'dicbo_id', life: 'P1D' },
    { kind: 'cookie', name: 'obuid', life: 'P90D', domain: 'outbrain.com' },
  ],
  queue: { name: 'obApi', isFunction: true },
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
  policyUrl: 'https://www.outbrain.com/privacy/',
  options: {
    required: ['marketerId'],
    properties: {
      marketerId: { type: 'string', pattern: '^[a-f0-9]+$', description: 'Id of the marketer.' },
    },
  },
  example: { marketerId: '00abcdef0123456789' },
});
