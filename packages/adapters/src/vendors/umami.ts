import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_OPERATOR } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link umami}. */
export interface UmamiOptions {
  /** Id of the website in Umami. */
  websiteId: string;
  /** URL of the script, if not on the vendor's host. */
  src?: string;
}

/**
 * Umami, in the cloud or on a server of the site: page views, without cookies.
 *
 * No call stops it but a flag of its own in localStorage, hence the reload.
 *
 * Unverified: name and life of `umami.cache`.
 *
 * @see npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const umami = defineAdapter<UmamiOptions>({
  vendor: 'umami',
  storage: [{ kind: 'sessionStorage', name: 'umami.cache' }],
  setup: ({ websiteId, src = 'https://cloud.umami.is/script.js' }) => ({
    onGrant: ({ loadScript }) =>
      loadScript(src, (script) => script.setAttribute('data-website-id', websiteId)),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Umami', ja: 'Umami' },
  provider: {
    en: 'Umami Software, Inc. (Umami Cloud), or the operator of this site',
    ja: 'Umami Software, Inc.（Umami Cloud）、またはサイト運営者',
  },
  country: 'US',
  purpose: 'analytics',
  hosts: ['umami.is', 'api-gateway.umami.dev'],
  storage: [{ kind: 'sessionStorage', name: 'umami.cache' }],
  information: {
    en: 'URLs of the pages viewed, referrer, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_OPERATOR,
  withdrawal: RELOADED,
  policyUrl: 'https://umami.is/privacy',
  options: {
    required: ['websiteId'],
    properties: {
      websiteId: { type: 'string', minLength: 1, description: 'Id of the website in Umami.' },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of the script, if not on the vendor's host.",
      },
    },
  },
  example: { websiteId: '00000000-0000-4000-8000-000000000000' },
});
