import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_THE_OPERATOR } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link matomo}. */
export interface MatomoOptions {
  /** Where Matomo is, e.g. "https://example.matomo.cloud/". */
  host: string;
  /** Id of the site in Matomo, e.g. "1". */
  siteId: string;
  /** URL of matomo.js, if not on the vendor's host. */
  src?: string;
}

/**
 * Matomo, in the cloud or on a server of the site: page views and links followed.
 *
 * `requireConsent` comes before everything else, so nothing is sent or stored until `setConsentGiven`. The setters
 * are used and not `rememberConsentGiven`, which would keep a consent of its own in a cookie. `forgetConsentGiven`
 * stops it in the same page.
 * Its own record of that, `mtm_consent_removed`, stays; `setConsentGiven` ends it.
 *
 * Unverified: name and life of `_pk_cvar*`.
 *
 * @see https://developer.matomo.org/guides/tracking-consent (read 2026-11-21)
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const matomo = defineAdapter<MatomoOptions>({
  vendor: 'matomo',
  storage: [
    { kind: 'cookie', name: '_pk_id*' },
    { kind: 'cookie', name: '_pk_ses*' },
    { kind: 'cookie', name: '_pk_ref*' },
    { kind: 'cookie', name: '_pk_cvar*' },
    { kind: 'cookie', name: '_pk_hsr*' },
  ],
  setup({ host, siteId, src = `${host}matomo.js` }, vendor) {
    const push = ({ window }: AdapterContext, ...command: unknown[]) =>
      (window._paq as unknown[]).push(command);
    return {
      ...holdCalls(
        vendor,
        (window) => (window._paq ||= []),
        (window) => (window._paq as unknown[]).unshift(['requireConsent']),
      ),
      onGrant(context) {
        push(context, 'setConsentGiven');
        context.loadScript(src, () => {
          push(context, 'setTrackerUrl', `${host}matomo.php`);
          push(context, 'setSiteId', siteId);
          push(context, 'enableLinkTracking');
          push(context, 'trackPageView');
        });
      },
      onWithdraw(context) {
        push(context, 'forgetConsentGiven');
        push(context, 'deleteCookies');
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Matomo', ja: 'Matomo' },
  provider: {
    en: 'InnoCraft Limited (Matomo Cloud), or the operator of this site',
    ja: 'InnoCraft Limited（Matomo Cloud）、またはサイト運営者',
  },
  country: 'NZ',
  purpose: 'analytics',
  hosts: ['matomo.cloud'],
  storage: [
    { kind: 'cookie', name: '_pk_id*', life: 'P13M' },
    { kind: 'cookie', name: '_pk_ses*', life: 'PT30M' },
    { kind: 'cookie', name: '_pk_ref*', life: 'P6M' },
    { kind: 'cookie', name: '_pk_cvar*' },
    { kind: 'cookie', name: '_pk_hsr*', life: 'PT30M' },
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
  recipientUse: FOR_THE_OPERATOR,
  withdrawal: SILENCED,
  policyUrl: 'https://matomo.org/privacy-policy/',
  options: {
    required: ['host', 'siteId'],
    properties: {
      host: {
        type: 'string',
        pattern: '^(https?://|/).*/$',
        description: 'Where Matomo is, e.g. "https://example.matomo.cloud/".',
      },
      siteId: { type: 'string', pattern: '^[0-9]+$', description: 'Id of the site in Matomo, e.g. "1".' },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of matomo.js, if not on the vendor's host.",
      },
    },
  },
  example: { host: 'https://example.matomo.cloud/', siteId: '1' },
});
