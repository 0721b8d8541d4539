import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link mailchimp}. */
export interface MailchimpOptions {
  /** URL of the connected script, from its snippet. */
  src: string;
}

/**
 * Mailchimp's connected site: sign-up forms, and what is viewed, tied to subscribers.
 *
 * No consent call is known, hence the reload.
 *
 * Unverified: names and lives of `MCPopupClosed`, `MCPopupSubscribed`, `_mcid`.
 *
 * @see Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const mailchimp = defineAdapter<MailchimpOptions>({
  vendor: 'mailchimp',
  // `mc_cid` and `mc_eid` come from links in mails and are often read by the site itself, so they stay.
  storage: [
    { kind: 'cookie', name: 'mc_landing_site' },
    { kind: 'cookie', name: 'MCPopupClosed' },
    { kind: 'cookie', name: 'MCPopupSubscribed' },
  ],
  setup: ({ src }) => ({
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Mailchimp', ja: 'Mailchimp' },
  provider: {
    en: 'The Rocket Science Group LLC (Intuit Mailchimp)',
    ja: 'The Rocket Science Group LLC（Intuit Mailchimp）',
  },
  country: 'US',
  purpose: 'marketing',
  hosts: ['chimpstatic.com', 'list-manage.com', 'mailchimp.com'],
  storage: [
    { kind: 'cookie', name: 'mc_landing_site', life: 'P14D' },
    { kind: 'cookie', name: 'MCPopupClosed' },
    { kind: 'cookie', name: 'MCPopupSubscribed' },
    { kind: 'cookie', name: '_mcid', domain: 'list-manage.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, e-mail address where one is entered, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、入力されたメールアドレス、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Sending messages that fit interests, and measuring their effect',
    ja: '興味・関心に応じた情報の配信、その効果の測定',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.intuit.com/privacy/statement/',
  options: {
    required: ['src'],
    properties: {
      src: {
        type: 'string',
        pattern: '^(https://chimpstatic\\.com/mcjs-connected/|/)',
        description: 'URL of the connected script, from its snippet.',
      },
    },
  },
  example: { src: 'https://chimpstatic.com/mcjs-connected/js/users/example/example.js' },
});
