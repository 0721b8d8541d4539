import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link pardot}. */
export interface PardotOptions {
  /** piAId: number of the account. */
  accountId: string;
  /** piCId: number of the campaign. */
  campaignId: string;
}

/**
 * Salesforce Account Engagement (Pardot): pages viewed, tied to prospects.
 *
 * Its opt-in preference is a setting of the account, hence the reload.
 *
 * @see npm tarteaucitronjs 1.34.0 (read 2026-11-22)
 */
export const pardot = defineAdapter<PardotOptions>({
  vendor: 'pardot',
  // `visitor_id<number>`, `lpv<number>` and `pardot` begin or read as a site's own might, so they stay.
  storage: [],
  setup: ({ accountId, campaignId }) => ({
    onGrant: ({ window, loadScript }) =>
      loadScript('https://pi.pardot.com/pd.js', () => {
        Object.assign(window, { piAId: accountId, piCId: campaignId, piHostname: 'pi.pardot.com' });
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Salesforce Account Engagement (Pardot)', ja: 'Salesforce Account Engagement (Pardot)' },
  provider: { en: 'Salesforce, Inc.', ja: 'Salesforce, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['pi.pardot.com', 'cdn.pardot.com'],
  storage: [],
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
  policyUrl: 'https://www.salesforce.com/company/legal/privacy/',
  options: {
    required: ['accountId', 'campaignId'],
    properties: {
      accountId: { type: 'string', pattern: '^[0-9]+$', description: 'piAId: number of the account.' },
      campaignId: { type: 'string', pattern: '^[0-9]+$', description: 'piCId: number of the campaign.' },
    },
  },
  example: { accountId: '123456', campaignId: '1234' },
});
