import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link fathom}. */
export interface FathomOptions {
  /** Id of the site, e.g. "ABCDEFGH". */
  siteId: string;
}

/**
 * Fathom Analytics: page views, without cookies.
 *
 * No call stops it but a flag of its own in localStorage, hence the reload.
 *
 * @see npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const fathom = defineAdapter<FathomOptions>({
  vendor: 'fathom',
  storage: [],
  setup: ({ siteId }) => ({
    onGrant: ({ loadScript }) =>
      loadScript('https://cdn.usefathom.com/script.js', (script) => script.setAttribute('data-site', siteId)),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Fathom Analytics', ja: 'Fathom Analytics' },
  provider: { en: 'Conva Ventures Inc.', ja: 'Conva Ventures Inc.' },
  country: 'CA',
  purpose: 'analytics',
  hosts: ['usefathom.com'],
  storage: [],
  information: {
    en: 'URLs of the pages viewed, referrer, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://usefathom.com/legal/privacy',
  options: {
    required: ['siteId'],
    properties: {
      siteId: { type: 'string', pattern: '^[A-Z]+$', description: 'Id of the site, e.g. "ABCDEFGH".' },
    },
  },
  example: { siteId: 'ABCDEFGH' },
});
