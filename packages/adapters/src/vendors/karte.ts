import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link karte}. */
export interface KarteOptions {
  /** Key of the project, from the address of edge.js. */
  apiKey: string;
}

/**
 * KARTE by PLAID: what visitors do, and what they are shown in answer to it.
 *
 * Its tag has `krt.allow` and `krt.deny`, which leave the answer in `krt.o` before edge.js arrives: `deny` from
 * the start, `allow` before it is loaded.
 *
 * Unverified: names and lives of `krt.vis`, `krt.session*`. what edge.js does with `deny` once it runs, hence the
 * reload.
 *
 * @see snippets in the public source of several sites; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const karte = defineAdapter<KarteOptions>({
  vendor: 'karte',
  storage: [
    { kind: 'cookie', name: 'krt_rewrite_uid' },
    { kind: 'cookie', name: 'krt.vis' },
    { kind: 'cookie', name: 'krt.session*' },
  ],
  setup({ apiKey }, vendor) {
    const open = (window: AdapterContext['window']) => {
      const krt = queueFunction(window, 'krt', 'q', 'x', { i: Date.now() });
      krt.allow ||= () => void (krt.o = 'allow');
      krt.deny ||= () => void (krt.o = 'deny');
      return krt as typeof krt & { allow(): void; deny(): void };
    };
    return {
      ...holdCalls(
        vendor,
        (window) => open(window).q,
        (window) => open(window).deny(),
      ),
      onGrant({ window, loadScript }) {
        open(window).allow();
        loadScript(`https://cdn-edge.karte.io/${apiKey}/edge.js`);
      },
      onWithdraw({ window }) {
        open(window).deny();
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'KARTE', ja: 'KARTE' },
  provider: { en: 'PLAID, Inc.', ja: '株式会社プレイド' },
  country: 'JP',
  purpose: 'analytics',
  hosts: ['karte.io'],
  storage: [
    { kind: 'cookie', name: 'krt_rewrite_uid', life: 'P2Y' },
    { kind: 'cookie', name: 'krt.vis' },
    { kind: 'cookie', name: 'krt.session*' },
  ],
  queue: { name: 'krt', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding visitors and fitting what they are shown and told to them',
    ja: '利用者の理解、表示内容や案内の最適化',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://plaid.co.jp/legal/policies/privacy-policy/',
  options: {
    required: ['apiKey'],
    properties: {
      apiKey: {
        type: 'string',
        pattern: '^[a-f0-9]+$',
        description: 'Key of the project, from the address of edge.js.',
      },
    },
  },
  example: { apiKey: '0123456789abcdef0123456789abcdef' },
});
