import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueMethods } from '../lib/queue-methods.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** What a page may call before the script is there. */
const METHODS = 'load page track identify alias group reset ready';

/** Options of {@link rudderstack}. */
export interface RudderstackOptions {
  /** Write key of the source. */
  writeKey: string;
  /** Where events go, e.g. "https://example.dataplane.rudderstack.com". */
  dataPlaneUrl: string;
  /** URL of the SDK, if not on the vendor's host. */
  src?: string;
}

/**
 * RudderStack: page views, passed on to the destinations set in its dashboard, which the site has to list as
 * vendors of their own.
 *
 * No call stops the SDK, hence the reload. Its cookies begin with `rl_`, which other services use too;
 * `rl_anonymous_id`, `rl_user_id` and the like are named one by one.
 *
 * Unverified: names and lives of `rl_anonymous_id`, `rl_user_id`, `rl_session`, `rl_trait`,
 * `rl_page_init_referrer`. which of these names its third version uses.
 *
 * @see npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const rudderstack = defineAdapter<RudderstackOptions>({
  vendor: 'rudderstack',
  storage: [
    { kind: 'cookie', name: 'rl_anonymous_id' },
    { kind: 'cookie', name: 'rl_user_id' },
    { kind: 'cookie', name: 'rl_session' },
    { kind: 'cookie', name: 'rl_trait' },
    { kind: 'cookie', name: 'rl_page_init_referrer' },
  ],
  setup({ writeKey, dataPlaneUrl, src = 'https://cdn.rudderlabs.com/v3/modern/rsa.min.js' }, vendor) {
    const open = (window: AdapterContext['window']) => queueMethods(window, 'rudderanalytics', METHODS);
    return {
      ...holdCalls(vendor, open),
      onGrant({ window, loadScript }) {
        loadScript(src, () => {
          open(window).load?.(writeKey, dataPlaneUrl);
          open(window).page?.();
        });
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'RudderStack', ja: 'RudderStack' },
  provider: { en: 'RudderStack, Inc.', ja: 'RudderStack, Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['cdn.rudderlabs.com', 'rudderstack.com'],
  storage: [
    { kind: 'cookie', name: 'rl_anonymous_id' },
    { kind: 'cookie', name: 'rl_user_id' },
    { kind: 'cookie', name: 'rl_session' },
    { kind: 'cookie', name: 'rl_trait' },
    { kind: 'cookie', name: 'rl_page_init_referrer' },
  ],
  queue: { name: 'rudderanalytics', methods: METHODS },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Bringing together how the service is used, for analysis and advertising',
    ja: '利用状況の統合・分析、広告などへの活用',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.rudderstack.com/privacy-policy/',
  options: {
    required: ['writeKey', 'dataPlaneUrl'],
    properties: {
      writeKey: { type: 'string', minLength: 1, description: 'Write key of the source.' },
      dataPlaneUrl: {
        type: 'string',
        pattern: '^https?://',
        description: 'Where events go, e.g. "https://example.dataplane.rudderstack.com".',
      },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of the SDK, if not on the vendor's host.",
      },
    },
  },
  example: { writeKey: 'example', dataPlaneUrl: 'https://example.dataplane.rudderstack.com' },
});
