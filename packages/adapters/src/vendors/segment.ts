import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueMethods } from '../lib/queue-methods.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** What a page may call before the script is there. */
const METHODS = 'page track identify group alias reset ready on once off debug';

/** Options of {@link segment}. */
export interface SegmentOptions {
  /** Write key of the source. */
  writeKey: string;
  /** URL of analytics.js, if not on the vendor's host. */
  src?: string;
}

/**
 * Segment: page views, passed on to the destinations set in its dashboard, which the site has to list as vendors
 * of their own.
 *
 * The library has no call that stops it, hence the reload. Its calls wait in `analytics`, as its snippet has them.
 *
 * @see npm @segment/analytics-next 1.84.3 (read 2026-11-22)
 * @see npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const segment = defineAdapter<SegmentOptions>({
  vendor: 'segment',
  storage: [
    { kind: 'cookie', name: 'ajs_*' },
    { kind: 'localStorage', name: 'ajs_*' },
  ],
  setup({ writeKey, src = `https://cdn.segment.com/analytics.js/v1/${writeKey}/analytics.min.js` }, vendor) {
    const open = (window: AdapterContext['window']) => queueMethods(window, 'analytics', METHODS);
    return {
      ...holdCalls(vendor, open),
      onGrant({ window, loadScript }) {
        loadScript(src, () => {
          Object.assign(open(window), { invoked: true, _writeKey: writeKey, SNIPPET_VERSION: '5.2.1' });
          open(window).page?.();
        });
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'Segment', ja: 'Segment' },
  provider: { en: 'Twilio Inc.', ja: 'Twilio Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['cdn.segment.com', 'api.segment.io', 'segmentapis.com'],
  storage: [
    { kind: 'cookie', name: 'ajs_*', life: 'P1Y' },
    { kind: 'localStorage', name: 'ajs_*', life: 'P1Y' },
  ],
  queue: { name: 'analytics', methods: METHODS },
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
  policyUrl: 'https://www.twilio.com/en-us/legal/privacy',
  options: {
    required: ['writeKey'],
    properties: {
      writeKey: { type: 'string', pattern: '^[A-Za-z0-9]+$', description: 'Write key of the source.' },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of analytics.js, if not on the vendor's host.",
      },
    },
  },
  example: { writeKey: 'exampleWriteKey' },
});
