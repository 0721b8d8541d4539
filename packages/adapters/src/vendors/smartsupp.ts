import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link smartsupp}. */
export interface SmartsuppOptions {
  /** Key of the account. */
  key: string;
}

/**
 * Smartsupp: chat, with recordings where the account has them on.
 *
 * No stop call is known, hence the reload.
 *
 * Unverified: provider, its country, and the lives of its cookies.
 *
 * @see npm tarteaucitronjs 1.34.0 (read 2026-11-22)
 */
export const smartsupp = defineAdapter<SmartsuppOptions>({
  vendor: 'smartsupp',
  storage: [{ kind: 'cookie', name: 'ssupp.*' }],
  setup: ({ key }, vendor) => ({
    ...holdCalls(vendor, (window) => queueFunction(window, 'smartsupp', '_')._),
    onGrant: ({ window, loadScript }) =>
      loadScript('https://www.smartsuppchat.com/loader.js', () => {
        window._smartsupp = { ...(window._smartsupp as object), key };
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Smartsupp', ja: 'Smartsupp' },
  provider: { en: 'Smartsupp.com, s.r.o.', ja: 'Smartsupp.com, s.r.o.' },
  country: 'CZ',
  purpose: 'functional',
  hosts: ['smartsuppchat.com', 'smartsupp.com', 'smartsuppcdn.com'],
  storage: [{ kind: 'cookie', name: 'ssupp.*' }],
  queue: { name: 'smartsupp', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, messages written, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、チャットの内容、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Answering questions by chat', ja: 'チャットによるお問い合わせへの対応' },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.smartsupp.com/help/privacy/',
  options: {
    required: ['key'],
    properties: {
      key: { type: 'string', pattern: '^[a-f0-9]+$', description: 'Key of the account.' },
    },
  },
  example: { key: '0123456789abcdef0123456789abcdef' },
});
