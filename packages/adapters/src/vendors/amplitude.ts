import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link amplitude}. */
export interface AmplitudeOptions {
  /** The project's API key. */
  apiKey: string;
  /** Further settings of Amplitude's init. */
  config?: Readonly<Record<string, unknown>>;
  /** URL of the SDK, if not on the vendor's host. */
  src?: string;
}

/**
 * Amplitude, browser SDK 2: page views, sessions and what is done on pages.
 *
 * `setOptOut(true)` silences it in the same page; the cookies it leaves are deleted. Calls wait in `amplitude._q`
 * as its snippet has them.
 *
 * @see npm @amplitude/analytics-browser 2.48.1, snippet-index (read, and tried in a page, 2026-11-22)
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const amplitude = defineAdapter<AmplitudeOptions>({
  vendor: 'amplitude',
  storage: [
    { kind: 'cookie', name: 'AMP_*' },
    { kind: 'localStorage', name: 'AMP_*' },
  ],
  setup({ apiKey, config = {}, src = 'https://cdn.amplitude.com/libs/analytics-browser-2.44.4-min.js.gz' }) {
    const call = ({ window }: AdapterContext, name: string, ...args: unknown[]) => {
      window.amplitude ||= { _q: [], _iq: {}, invoked: true };
      const amplitude = window.amplitude as { _q: unknown[] } & Record<string, (...args: unknown[]) => void>;
      if (amplitude[name]) amplitude[name](...args);
      else amplitude._q.push({ name, args });
    };
    return {
      onGrant(context) {
        context.loadScript(src, () => call(context, 'init', apiKey, config));
        call(context, 'setOptOut', false);
      },
      onWithdraw: (context) => call(context, 'setOptOut', true),
    };
  },
});

export const description = describeVendor({
  name: { en: 'Amplitude', ja: 'Amplitude' },
  provider: { en: 'Amplitude, Inc.', ja: 'Amplitude, Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['amplitude.com'],
  storage: [
    { kind: 'cookie', name: 'AMP_*', life: 'P1Y' },
    { kind: 'localStorage', name: 'AMP_*', life: 'P1Y' },
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
  withdrawal: SILENCED,
  policyUrl: 'https://amplitude.com/privacy',
  options: {
    required: ['apiKey'],
    properties: {
      apiKey: { type: 'string', pattern: '^[A-Za-z0-9]+$', description: "The project's API key." },
      config: { type: 'object', description: "Further settings of Amplitude's init." },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of the SDK, if not on the vendor's host.",
      },
    },
  },
  example: { apiKey: '0123456789abcdef' },
});
