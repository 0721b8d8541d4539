import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_THE_OPERATOR } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link snowplow}. */
export interface SnowplowOptions {
  /** Address of the collector, e.g. "https://collector.example.com". */
  collector: string;
  /** Id of the application. */
  appId?: string;
  /** URL of sp.js, which Snowplow has every site host itself. */
  src: string;
}

/**
 * Snowplow: page views, sent to a collector of the site.
 *
 * It starts with anonymous tracking, which a grant ends. After a withdrawal it is anonymous again, without ids on
 * the server, and its own data is cleared; but it goes on sending, hence the reload.
 *
 * Unverified: name and life of `snowplowOutQueue_*`.
 *
 * @see npm @snowplow/browser-tracker-core (read 2026-11-21)
 * @see Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const snowplow = defineAdapter<SnowplowOptions>({
  vendor: 'snowplow',
  // The collector may set a cookie named `sp`: too common a name to delete unasked, and often HttpOnly.
  storage: [
    { kind: 'localStorage', name: 'snowplowOutQueue_*' },
    { kind: 'cookie', name: '_sp_ses.*' },
    { kind: 'cookie', name: '_sp_id.*' },
  ],
  setup({ collector, appId, src }, vendor) {
    const open = (window: AdapterContext['window']) => {
      window.GlobalSnowplowNamespace ||= ['snowplow'];
      return queueFunction(window, 'snowplow');
    };
    return {
      ...holdCalls(vendor, (window) => open(window).q),
      onGrant({ window, loadScript }) {
        loadScript(src, () => {
          const snowplow = open(window);
          snowplow('newTracker', 'sp', collector, {
            appId,
            anonymousTracking: { withServerAnonymisation: true },
          });
          snowplow('disableAnonymousTracking');
          snowplow('trackPageView');
        });
      },
      onWithdraw({ window }) {
        const snowplow = open(window);
        snowplow('enableAnonymousTracking', { options: { withServerAnonymisation: true } });
        snowplow('clearUserData');
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Snowplow', ja: 'Snowplow' },
  provider: { en: 'Snowplow Analytics Ltd', ja: 'Snowplow Analytics Ltd' },
  country: 'GB',
  purpose: 'analytics',
  hosts: ['cdn.jsdelivr.net/npm/@snowplow'],
  storage: [
    { kind: 'cookie', name: '_sp_id.*', life: 'P2Y' },
    { kind: 'cookie', name: '_sp_ses.*', life: 'PT30M' },
    { kind: 'localStorage', name: 'snowplowOutQueue_*' },
  ],
  queue: { name: 'snowplow', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_OPERATOR,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://snowplow.io/privacy-policy',
  options: {
    required: ['collector', 'src'],
    properties: {
      collector: {
        type: 'string',
        pattern: '^https?://',
        description: 'Address of the collector, e.g. "https://collector.example.com".',
      },
      appId: { type: 'string', minLength: 1, description: 'Id of the application.' },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: 'URL of sp.js, which Snowplow has every site host itself.',
      },
    },
  },
  example: {
    collector: 'https://collector.snowplow.example',
    src: 'https://collector.snowplow.example/sp.js',
  },
});
