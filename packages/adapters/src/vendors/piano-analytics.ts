import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link pianoAnalytics}. */
export interface PianoAnalyticsOptions {
  /** Number of the site. */
  site: string;
  /** Collection domain, e.g. "example.pa-cd.com". */
  collectDomain: string;
  /** URL of piano-analytics.js, if not on the vendor's host. */
  src?: string;
}

/**
 * Piano Analytics (formerly AT Internet): page views.
 *
 * `pdl.requireConsent` and a preset of `opt-out` stand before the script; then it is told its mode, `opt-in` or
 * `opt-out`, through the queue that the script reads before and after it has arrived. Piano keeps the mode itself
 * in `_pprv`, a record of the answer, which stays. The queue is called `_paq`, as Matomo's is: a page cannot have
 * both.
 *
 * Unverified: the lives of its cookies, and that nothing is sent in the mode `opt-out`, which the account may set
 * otherwise (hence the reload).
 *
 * @see https://developers.atinternet-solutions.com/piano-analytics/data-collection/how-to-send-events/consent (read 2026-11-22)
 * @see npm piano-analytics-js 6.17.0 (read, and tried in a page, 2026-11-22)
 */
export const pianoAnalytics = defineAdapter<PianoAnalyticsOptions>({
  vendor: 'piano-analytics',
  storage: [
    { kind: 'cookie', name: '_pcid' },
    { kind: 'cookie', name: '_pctx' },
    { kind: 'cookie', name: '_pcus' },
    { kind: 'cookie', name: 'pa_vid' },
    { kind: 'cookie', name: 'pa_user' },
  ],
  setup({ site, collectDomain, src = 'https://tag.aticdn.net/piano-analytics.js' }) {
    const setMode = ({ window }: AdapterContext, mode: string) =>
      (window._paq as unknown[]).push(['consent.setMode', mode]);
    return {
      onInit({ window }) {
        window._paq ||= [];
        window.pdl = {
          ...(window.pdl as object),
          requireConsent: 'v2',
          consent: { products: ['PA'], defaultPreset: { PA: 'opt-out' } },
        };
      },
      onGrant(context) {
        const push = (...call: unknown[]) => (context.window._paq as unknown[]).push(call);
        setMode(context, 'opt-in');
        context.loadScript(src, () => {
          push('setConfigurations', { site, collectDomain });
          push('sendEvent', 'page.display', {});
        });
      },
      onWithdraw(context) {
        setMode(context, 'opt-out');
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Piano Analytics', ja: 'Piano Analytics' },
  provider: { en: 'Piano Software Inc.', ja: 'Piano Software Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['tag.aticdn.net', 'pa-cd.com', 'xiti.com'],
  storage: [
    { kind: 'cookie', name: '_pcid' },
    { kind: 'cookie', name: '_pctx' },
    { kind: 'cookie', name: '_pcus' },
    { kind: 'cookie', name: 'pa_vid' },
    { kind: 'cookie', name: 'pa_user' },
  ],
  queue: { name: '_paq' },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://piano.io/privacy-policy/',
  options: {
    required: ['site', 'collectDomain'],
    properties: {
      site: { type: 'string', pattern: '^[0-9]+$', description: 'Number of the site.' },
      collectDomain: {
        type: 'string',
        pattern: '^[a-z0-9.-]+$',
        description: 'Collection domain, e.g. "example.pa-cd.com".',
      },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of piano-analytics.js, if not on the vendor's host.",
      },
    },
  },
  example: { site: '123456', collectDomain: 'example.pa-cd.com' },
});
