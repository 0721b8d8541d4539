import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_OPERATOR } from '../lib/recipient-use.js';
import { whenLoaded } from '../lib/when-loaded.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link countly}. */
export interface CountlyOptions {
  /** Key of the application. */
  appKey: string;
  /** Address of the Countly server. */
  url: string;
  /** URL of the SDK, if not on jsDelivr. */
  src?: string;
}

/** What is collected after a grant, by the SDK's names of its features. */
const ALL = ['sessions', 'events', 'views', 'scrolls', 'clicks', 'forms', 'crashes', 'attribution', 'users'];

/**
 * Countly, on a server of the site or in its cloud: sessions and page views.
 *
 * It starts with `require_consent`, so everything waits for `add_consent`, which is called for all features.
 * `remove_consent` stops collecting, but what has been collected is still sent and stored, hence the reload.
 * `namespace` puts one beginning before the names of everything it stores.
 *
 * Unverified: the provider's company and country, and the lives.
 *
 * @see npm countly-sdk-web 26.1.1, lib/countly.js (read, and tried in a page, 2026-11-22)
 */
export const countly = defineAdapter<CountlyOptions>({
  vendor: 'countly',
  storage: [],
  setup({ appKey, url, src = 'https://cdn.jsdelivr.net/countly-sdk-web/latest/countly.min.js' }) {
    type Countly = { q: unknown[]; init?: () => void };
    const push = ({ window }: AdapterContext, ...call: unknown[]) => (window.Countly as Countly).q.push(call);
    return {
      // The server's settings are stored before the SDK knows of `namespace`.
      storage: [
        { kind: 'localStorage', name: 'countly/*' },
        { kind: 'localStorage', name: `${appKey}/cly_*` },
        { kind: 'cookie', name: 'countly/*' },
      ],
      onInit({ window }) {
        const settings = { app_key: appKey, url, require_consent: true, namespace: 'countly' };
        window.Countly = { q: [], ...(window.Countly as object), ...settings };
      },
      onGrant(context) {
        context.loadScript(src, (script) => {
          push(context, 'track_sessions');
          push(context, 'track_pageview');
          whenLoaded<Countly>(script, context.window, 'Countly', (made) => made.init?.());
        });
        push(context, 'add_consent', ALL);
      },
      onWithdraw(context) {
        push(context, 'remove_consent', ALL);
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Countly', ja: 'Countly' },
  provider: { en: 'Countly Ltd, or the operator of this site', ja: 'Countly Ltd、またはサイト運営者' },
  country: 'GB',
  purpose: 'analytics',
  hosts: ['cdn.jsdelivr.net/countly-sdk-web', 'count.ly'],
  storage: [
    { kind: 'localStorage', name: 'countly/*' },
    { kind: 'cookie', name: 'countly/*' },
  ],
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_OPERATOR,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://countly.com/legal/privacy-policy',
  options: {
    required: ['appKey', 'url'],
    properties: {
      appKey: { type: 'string', pattern: '^[A-Za-z0-9]+$', description: 'Key of the application.' },
      url: { type: 'string', pattern: '^https?://', description: 'Address of the Countly server.' },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: 'URL of the SDK, if not on jsDelivr.',
      },
    },
  },
  example: { appKey: 'example0123456789', url: 'https://countly.example' },
});
