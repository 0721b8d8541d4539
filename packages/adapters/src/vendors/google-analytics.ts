import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import {
  DEFAULT_SIGNALS,
  endPageStart,
  type GoogleSignalMap,
  googleTag,
  tellConsent,
} from '../lib/google-consent-mode.js';

/** Options of {@link googleAnalytics}. */
export interface GoogleAnalyticsOptions {
  /** Measurement id of the web stream, e.g. `"G-ABC123"`. */
  measurementId: string;
  /** Parameters of gtag's `config` command. */
  config?: Readonly<Record<string, unknown>>;
  /**
   * What Google gets before a grant. `nothing`: the tag is not loaded (Google's "basic" mode).
   * `cookieless-pings`: the tag loads at once and sends page address and browser to Google without
   * cookies, also after a denial ("advanced" mode).
   * @default "nothing"
   */
  beforeGrant?: 'nothing' | 'cookieless-pings';
  /** Which purpose or vendor grants each consent mode signal. @default by usual purpose ids */
  signals?: GoogleSignalMap;
  /** Name of the page's data layer. @default "dataLayer" */
  layerName?: string;
  /** Serve gtag.js from your own host instead of Google's. */
  src?: string;
}

/**
 * Google Analytics 4 through gtag.js, with Google Consent Mode v2.
 *
 * Consent Mode deletes no cookies and a loaded tag cannot be unloaded, but `ga-disable-<id>` is looked at
 * before every cookie write and every send, so a withdrawal silences it without a reload.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent (read 2026-11-21)
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out (read 2026-11-21)
 */
export const googleAnalytics = defineAdapter<GoogleAnalyticsOptions>({
  vendor: 'google-analytics',
  storage: ['_ga', '_ga_*', '_gac_*'].map((name) => ({
    kind: 'cookie',
    name,
  })),
  setup({ measurementId, config = {}, beforeGrant, signals, layerName = 'dataLayer', src }, vendor) {
    const map = { ...DEFAULT_SIGNALS, analytics_storage: vendor, ...signals };
    const advanced = beforeGrant === 'cookieless-pings';
    const off = `ga-disable-${measurementId}`;
    let started = false;
    const start = (context: AdapterContext) => {
      if (started) return;
      started = true;
      const gtag = googleTag(context, layerName);
      gtag('js', new Date());
      gtag('config', measurementId, config);
      context.loadScript(
        src ?? `https://www.googletagmanager.com/gtag/js?id=${measurementId}&l=${layerName}`,
      );
    };
    return {
      onInit(context) {
        tellConsent(context, layerName, map, 'default');
        context.window[off] = !advanced;
      },
      onChange: (context) => tellConsent(context, layerName, map, 'update'),
      onStart(context) {
        endPageStart(context, layerName);
        if (advanced) start(context);
      },
      onGrant(context) {
        context.window[off] = false;
        start(context);
      },
      onWithdraw({ window }) {
        window[off] = !advanced;
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Google Analytics', ja: 'Google アナリティクス' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'analytics',
  hosts: [
    'www.googletagmanager.com/gtag/',
    'google-analytics.com',
    'analytics.google.com',
    'stats.g.doubleclick.net',
  ],
  storage: [
    { kind: 'cookie', name: '_ga', life: 'P2Y' },
    { kind: 'cookie', name: '_ga_*', life: 'P2Y' },
  ],
  queue: { name: 'dataLayer', option: 'layerName', call: 'gtag' },
  information: {
    en: 'URLs of the pages viewed, how they were used, browser and device, IP address',
    ja: '閲覧したページの URL、閲覧状況、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    required: ['measurementId'],
    properties: {
      measurementId: {
        type: 'string',
        pattern: '^G-[A-Z0-9]+$',
        description: 'Measurement id of the web stream, e.g. "G-ABC123".',
      },
      config: { type: 'object', description: "Parameters of gtag's config command." },
      beforeGrant: {
        enum: ['nothing', 'cookieless-pings'],
        description: 'What Google gets before a grant; "cookieless-pings" is Google\'s advanced mode.',
      },
      signals: { type: 'object', description: 'Which purpose or vendor grants each consent mode signal.' },
      layerName: { type: 'string', description: "Name of the page's data layer." },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of gtag.js, if not on Google's host.",
      },
    },
  },
  example: { measurementId: 'G-EXAMPLE1' },
});
