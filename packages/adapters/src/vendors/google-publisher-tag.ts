import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link googlePublisherTag}. */
export interface GooglePublisherTagOptions {
  /** URL of gpt.js, if not on the vendor's host. */
  src?: string;
}

/**
 * Google Publisher Tag (Ad Manager): advertisements on the site.
 *
 * `setPrivacySettings` asks for advertisements that are not personalised; it does not stop requests, so the tag is
 * loaded after a grant and gone after the reload. Where it serves Europe, Google asks for a certified consent
 * manager with a TCF string: Consentry is none.
 *
 * Unverified: name and life of `IDE`.
 *
 * @see DefinitelyTyped; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const googlePublisherTag = defineAdapter<GooglePublisherTagOptions>({
  vendor: 'google-publisher-tag',
  storage: [
    { kind: 'cookie', name: '__gads' },
    { kind: 'cookie', name: '__gpi' },
    { kind: 'cookie', name: '__eoi' },
  ],
  setup: ({ src = 'https://securepubads.g.doubleclick.net/tag/js/gpt.js' }, vendor) => ({
    ...holdCalls(vendor, (window) => {
      window.googletag ||= { cmd: [] };
      return (window.googletag as { cmd?: unknown }).cmd;
    }),
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Google Publisher Tag', ja: 'Google パブリッシャー タグ' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'marketing',
  hosts: [
    'securepubads.g.doubleclick.net',
    'pagead2.googlesyndication.com/tag',
    '2mdn.net',
    'www.googletagservices.com',
  ],
  storage: [
    { kind: 'cookie', name: '__gads', life: 'P13M' },
    { kind: 'cookie', name: '__gpi', life: 'P13M' },
    { kind: 'cookie', name: '__eoi', life: 'P180D' },
    { kind: 'cookie', name: 'IDE', domain: 'doubleclick.net' },
  ],
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Delivering advertising that fits interests, and measuring its effect',
    ja: '興味・関心に応じた広告の配信、広告効果の測定',
  },
  recipientUse: FOR_ADVERTISING,
  withdrawal: RELOADED,
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    properties: {
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of gpt.js, if not on the vendor's host.",
      },
    },
  },
  example: {},
});
