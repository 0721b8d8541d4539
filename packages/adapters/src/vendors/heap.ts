import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link heap}. */
export interface HeapOptions {
  /** Id of the environment, e.g. "1234567890". */
  envId: string;
  /** URL of heap_config.js, e.g. that of the EU region, if not on the vendor's host. */
  src?: string;
}

/**
 * Heap (Contentsquare): page views and everything that is done on them.
 *
 * No opt-out call for the browser is documented, hence the reload.
 *
 * @see npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const heap = defineAdapter<HeapOptions>({
  vendor: 'heap',
  storage: [
    { kind: 'cookie', name: '_hp2_*' },
    { kind: 'cookie', name: '_hp5_*' },
  ],
  setup({ envId, src = `https://cdn.us.heap-api.com/config/${envId}/heap_config.js` }) {
    return {
      onGrant({ window, loadScript }) {
        loadScript(src, () => {
          const clientConfig = { shouldFetchServerConfig: false };
          window.heapReadyCb ||= [];
          window.heap ||= [];
          Object.assign(window.heap as unknown[], { envId, appid: envId, clientConfig });
        });
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'Heap', ja: 'Heap' },
  provider: { en: 'Heap Inc.', ja: 'Heap Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['heap-api.com', 'heapanalytics.com'],
  storage: [
    { kind: 'cookie', name: '_hp2_*', life: 'P13M' },
    { kind: 'cookie', name: '_hp5_*', life: 'P13M' },
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
  policyUrl: 'https://www.heap.io/privacy',
  options: {
    required: ['envId'],
    properties: {
      envId: {
        type: 'string',
        pattern: '^[0-9]+$',
        description: 'Id of the environment, e.g. "1234567890".',
      },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of heap_config.js, e.g. that of the EU region, if not on the vendor's host.",
      },
    },
  },
  example: { envId: '1234567890' },
});
