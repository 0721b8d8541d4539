import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link googleAdsense}. */
export interface GoogleAdsenseOptions {
  /** Id of the publisher, e.g. "ca-pub-1234567890123456". */
  client: string;
}

/**
 * Google AdSense: advertisements on the site.
 *
 * `pauseAdRequests` holds the advertisements of the page until a grant sets it to 0. In the EEA, the UK and
 * Switzerland AdSense asks for a consent manager that Google has certified, with a TCF string: Consentry is none.
 *
 * Unverified: names and lives of `IDE`, `test_cookie`.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const googleAdsense = defineAdapter<GoogleAdsenseOptions>({
  vendor: 'google-adsense',
  storage: [
    { kind: 'cookie', name: '__gads' },
    { kind: 'cookie', name: '__gpi' },
    { kind: 'cookie', name: '__eoi' },
  ],
  setup({ client }) {
    const pause = ({ window }: AdapterContext, pauseAdRequests: 0 | 1) => {
      window.adsbygoogle ||= [];
      Object.assign(window.adsbygoogle as unknown[], { pauseAdRequests });
    };
    return {
      onInit: (context) => pause(context, 1),
      onGrant(context) {
        pause(context, 0);
        context.loadScript(
          `https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=${client}`,
          (script) => {
            script.crossOrigin = 'anonymous';
          },
        );
      },
      onWithdraw(context) {
        pause(context, 1);
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Google AdSense', ja: 'Google AdSense' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'marketing',
  hosts: [
    'pagead2.googlesyndication.com/pagead',
    'googleads.g.doubleclick.net',
    'tpc.googlesyndication.com',
    'adservice.google.com',
    'fundingchoicesmessages.google.com',
  ],
  storage: [
    { kind: 'cookie', name: '__gads', life: 'P13M' },
    { kind: 'cookie', name: '__gpi', life: 'P13M' },
    { kind: 'cookie', name: '__eoi', life: 'P180D' },
    { kind: 'cookie', name: 'IDE', domain: 'doubleclick.net' },
    { kind: 'cookie', name: 'test_cookie', domain: 'doubleclick.net' },
  ],
  queue: { name: 'adsbygoogle' },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Delivering advertising that fits interests, and measuring its effect',
    ja: '興味・関心に応じた広告の配信、広告効果の測定',
  },
  recipientUse: FOR_ADVERTISING,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    required: ['client'],
    properties: {
      client: {
        type: 'string',
        pattern: '^ca-pub-[0-9]+$',
        description: 'Id of the publisher, e.g. "ca-pub-1234567890123456".',
      },
    },
  },
  example: { client: 'ca-pub-1234567890123456' },
});
