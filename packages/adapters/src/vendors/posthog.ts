import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueMethods } from '../lib/queue-methods.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** What a page may call before the script is there. */
const METHODS = 'capture identify reset register opt_in_capturing opt_out_capturing';

/** What the vendor's snippet leaves for the script to find. */
interface PosthogQueue {
  __SV?: number;
  people?: unknown[];
  _i?: unknown[];
  opt_in_capturing?(): void;
}

/** Options of {@link posthog}. */
export interface PosthogOptions {
  /** Project API key, e.g. "phc_…". */
  apiKey: string;
  /** Where events go. @default "https://eu.i.posthog.com" */
  host?: string;
  /** URL of array.js, if not on the vendor's host. */
  src?: string;
}

/**
 * PostHog: page views and what is done on them.
 *
 * It starts opted out (`opt_out_capturing_by_default`, without persistence) and is told `opt_in_capturing`;
 * `opt_out_capturing` silences it. The answer it keeps of its own in `__ph_opt_in_out_*` goes with the rest: without one it
 * is opted out again. What it has gathered in the last seconds before a withdrawal is still sent.
 *
 * Unverified: name and life of `ph_*`.
 *
 * @see npm posthog-js 1.449.2, init_from_snippet and its types (read 2026-11-22)
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0 (read 2026-11-21)
 */
export const posthog = defineAdapter<PosthogOptions>({
  vendor: 'posthog',
  storage: [
    { kind: 'cookie', name: 'ph_*' },
    { kind: 'localStorage', name: 'ph_*' },
    { kind: 'sessionStorage', name: 'ph_*' },
    { kind: 'cookie', name: '__ph_opt_in_out_*' },
    { kind: 'localStorage', name: '__ph_opt_in_out_*' },
  ],
  setup({ apiKey, host = 'https://eu.i.posthog.com', src }, vendor) {
    const open = (window: AdapterContext['window']) => queueMethods(window, 'posthog', METHODS);
    return {
      ...holdCalls(vendor, open),
      onGrant({ window, loadScript }) {
        const posthog = open(window) as PosthogQueue;
        loadScript(src ?? `${host.replace('.i.', '-assets.i.')}/static/array.js`, () => {
          const settings = {
            api_host: host,
            opt_out_capturing_by_default: true,
            opt_out_persistence_by_default: true,
          };
          posthog.__SV = 1;
          posthog.people = [];
          posthog._i = [[apiKey, settings, 'posthog']];
        });
        posthog.opt_in_capturing?.();
      },
      onWithdraw({ window }) {
        open(window).opt_out_capturing?.();
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'PostHog', ja: 'PostHog' },
  provider: { en: 'PostHog, Inc.', ja: 'PostHog, Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['i.posthog.com'],
  storage: [
    { kind: 'cookie', name: 'ph_*' },
    { kind: 'localStorage', name: 'ph_*' },
    { kind: 'sessionStorage', name: 'ph_*' },
    { kind: 'cookie', name: '__ph_opt_in_out_*', life: 'P1Y' },
    { kind: 'localStorage', name: '__ph_opt_in_out_*', life: 'P1Y' },
  ],
  queue: { name: 'posthog', methods: METHODS },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: SILENCED,
  policyUrl: 'https://posthog.com/privacy',
  options: {
    required: ['apiKey'],
    properties: {
      apiKey: {
        type: 'string',
        pattern: '^phc_[A-Za-z0-9]+$',
        description: 'Project API key, e.g. "phc_…".',
      },
      host: { type: 'string', pattern: '^https?://', description: 'Where events go.' },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of array.js, if not on the vendor's host.",
      },
    },
  },
  example: { apiKey: 'phc_example' },
});
