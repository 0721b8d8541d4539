import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueListFunction } from '../lib/queue-list-function.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link linkedinInsight}. */
export interface LinkedinInsightOptions {
  /** Partner id. */
  partnerId: string;
}

/**
 * LinkedIn Insight Tag: page views and conversions for advertising on LinkedIn.
 *
 * No consent call is documented, hence the reload. A `noscript` image in the page has to be taken out: no script
 * can withhold it.
 *
 * Unverified: names and lives of `li_adsId`, `UserMatchHistory`.
 *
 * @see npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17; npm tarteaucitronjs 1.34.0; snippets in the public source of several sites (read 2026-11-21)
 */
export const linkedinInsight = defineAdapter<LinkedinInsightOptions>({
  vendor: 'linkedin-insight',
  storage: [
    { kind: 'cookie', name: 'li_fat_id' },
    { kind: 'cookie', name: 'li_giant' },
    { kind: 'cookie', name: 'ln_or' },
    { kind: 'localStorage', name: 'li_adsId' },
  ],
  setup: ({ partnerId }, vendor) => ({
    ...holdCalls(vendor, (window) => queueListFunction(window, 'lintrk', 'q').q),
    onGrant: ({ window, loadScript }) =>
      loadScript('https://snap.licdn.com/li.lms-analytics/insight.min.js', () => {
        window._linkedin_data_partner_ids ||= [];
        (window._linkedin_data_partner_ids as unknown[]).push(partnerId);
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'LinkedIn Insight Tag', ja: 'LinkedIn Insight Tag' },
  provider: { en: 'LinkedIn Corporation', ja: 'LinkedIn Corporation' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['snap.licdn.com', 'ads.linkedin.com'],
  storage: [
    { kind: 'cookie', name: 'li_fat_id', life: 'P30D' },
    { kind: 'cookie', name: 'li_giant', life: 'P7D' },
    { kind: 'cookie', name: 'ln_or', life: 'P1D' },
    { kind: 'localStorage', name: 'li_adsId' },
    { kind: 'cookie', name: 'bcookie', life: 'P1Y', domain: 'linkedin.com' },
    { kind: 'cookie', name: 'li_sugr', life: 'P90D', domain: 'linkedin.com' },
    { kind: 'cookie', name: 'lidc', life: 'P1D', domain: 'linkedin.com' },
    { kind: 'cookie', name: 'UserMatchHistory', domain: 'linkedin.com' },
  ],
  queue: { name: 'lintrk', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, purchases and sign-ups and their value, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、購入や申し込みの有無とその金額、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Delivering advertising that fits interests, and measuring its effect',
    ja: '興味・関心に応じた広告の配信、広告効果の測定',
  },
  recipientUse: FOR_ADVERTISING,
  withdrawal: RELOADED,
  policyUrl: 'https://www.linkedin.com/legal/privacy-policy',
  options: {
    required: ['partnerId'],
    properties: {
      partnerId: { type: 'string', pattern: '^[0-9]+$', description: 'Partner id.' },
    },
  },
  example: { partnerId: '1234567' },
});
