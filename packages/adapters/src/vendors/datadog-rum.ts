import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link datadogRum}. */
export interface DatadogRumOptions {
  /** Id of the application. */
  applicationId: string;
  /** Client token. */
  clientToken: string;
  /** Site of the account. @default "datadoghq.com" */
  site?: string;
  /** Further settings of its init. */
  config?: Readonly<Record<string, unknown>>;
  /** URL of datadog-rum.js, if not on the vendor's host. */
  src?: string;
}

/**
 * Datadog Real User Monitoring: errors and loading times.
 *
 * It starts with `trackingConsent: 'not-granted'`, is granted before anything is collected, and a withdrawal takes
 * that back in the same page.
 *
 * Unverified: name and life of `_dd_s*`.
 *
 * @see npm @datadog/browser-core 7.16.2, trackingConsent (read 2026-11-22)
 */
export const datadogRum = defineAdapter<DatadogRumOptions>({
  vendor: 'datadog-rum',
  storage: [
    { kind: 'cookie', name: '_dd_s*' },
    { kind: 'localStorage', name: '_dd_s*' },
  ],
  setup({
    applicationId,
    clientToken,
    site = 'datadoghq.com',
    config,
    src = 'https://www.datadoghq-browser-agent.com/us1/v6/datadog-rum.js',
  }) {
    type Rum = { onReady(run: () => void): void } & Record<string, ((argument: unknown) => void) | undefined>;
    const rum = (window: AdapterContext['window'], call: string, argument: unknown) => {
      const q: unknown[] = [];
      window.DD_RUM ||= { q, onReady: (run: () => void) => q.push(run) };
      (window.DD_RUM as Rum).onReady(() => (window.DD_RUM as Rum)[call]?.(argument));
    };
    return {
      onGrant({ window, loadScript }) {
        loadScript(src, () =>
          rum(window, 'init', {
            ...config,
            applicationId,
            clientToken,
            site,
            trackingConsent: 'not-granted',
          }),
        );
        rum(window, 'setTrackingConsent', 'granted');
      },
      onWithdraw: ({ window }) => rum(window, 'setTrackingConsent', 'not-granted'),
    };
  },
});

export const description = describeVendor({
  name: { en: 'Datadog Real User Monitoring', ja: 'Datadog リアルユーザーモニタリング' },
  provider: { en: 'Datadog, Inc.', ja: 'Datadog, Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['www.datadoghq-browser-agent.com', 'browser-intake-datadoghq.com', 'browser-intake-datadoghq.eu'],
  storage: [
    { kind: 'cookie', name: '_dd_s*' },
    { kind: 'localStorage', name: '_dd_s*' },
  ],
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, errors and loading times, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、エラーの内容、表示にかかった時間、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Finding errors and slow pages, and mending them', ja: '不具合や表示の遅れの把握、改善' },
  recipientUse: FOR_THE_SITE,
  withdrawal: SILENCED,
  policyUrl: 'https://www.datadoghq.com/legal/privacy/',
  options: {
    required: ['applicationId', 'clientToken'],
    properties: {
      applicationId: { type: 'string', minLength: 1, description: 'Id of the application.' },
      clientToken: { type: 'string', pattern: '^pub[a-z0-9]+$', description: 'Client token.' },
      site: { type: 'string', pattern: '^[a-z0-9.-]+$', description: 'Site of the account.' },
      config: { type: 'object', description: 'Further settings of its init.' },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of datadog-rum.js, if not on the vendor's host.",
      },
    },
  },
  example: { applicationId: '00000000-0000-4000-8000-000000000000', clientToken: 'pub0123456789abcdef' },
});
