import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { whenLoaded } from '../lib/when-loaded.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link logrocket}. */
export interface LogrocketOptions {
  /** Id of the application, "organisation/app". */
  appId: string;
}

/**
 * LogRocket: recordings of visits, with errors and requests.
 *
 * No stop call is documented, and taking out the loader does not stop a recorder that runs, hence the reload.
 *
 * Unverified: names and lives of `_lr_uf_*`, `_lr_tabs_*`, `_lr_hb_*`, `_lr_*`.
 *
 * @see npm @c15t/scripts 2.2.0 (read 2026-11-22)
 * @see npm @c15t/scripts 2.2.0 (read 2026-11-21)
 */
export const logrocket = defineAdapter<LogrocketOptions>({
  vendor: 'logrocket',
  storage: [
    { kind: 'cookie', name: '_lr_uf_*' },
    { kind: 'cookie', name: '_lr_tabs_*' },
    { kind: 'cookie', name: '_lr_hb_*' },
    { kind: 'localStorage', name: '_lr_*' },
  ],
  setup: ({ appId }) => ({
    onGrant: ({ window, loadScript }) =>
      loadScript('https://cdn.logrocket.io/LogRocket.min.js', (script) => {
        script.crossOrigin = 'anonymous';
        whenLoaded<{ init(id: string): void }>(script, window, 'LogRocket', (recorder) =>
          recorder.init(appId),
        );
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'LogRocket', ja: 'LogRocket' },
  provider: { en: 'LogRocket, Inc.', ja: 'LogRocket, Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: [
    'cdn.logrocket.io',
    'r.logrocket.io',
    'lr-in-prod.com',
    'lr-in.com',
    'lr-ingest.io',
    'lr-ingest.com',
    'ingest-lr.com',
    'lr-intake.com',
    'lgrckt-in.com',
  ],
  storage: [
    { kind: 'cookie', name: '_lr_uf_*' },
    { kind: 'cookie', name: '_lr_tabs_*' },
    { kind: 'cookie', name: '_lr_hb_*' },
    { kind: 'localStorage', name: '_lr_*' },
  ],
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, mouse movements and what the page shows, errors and loading times, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、マウスの動き、ページの表示内容、エラーの内容、表示にかかった時間、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Seeing how pages are used, from recordings and heat maps, and improving them',
    ja: '操作の記録やヒートマップによる利用状況の把握、ページの改善',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://logrocket.com/privacy/',
  options: {
    required: ['appId'],
    properties: {
      appId: {
        type: 'string',
        pattern: '^[^/]+/[^/]+$',
        description: 'Id of the application, "organisation/app".',
      },
    },
  },
  example: { appId: 'example/shop' },
});
