import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link activecampaign}. */
export interface ActivecampaignOptions {
  /** Number of the account. */
  account: string;
}

/**
 * ActiveCampaign's site tracking: pages viewed, tied to contacts.
 *
 * `setTrackByDefault` is false from the start, and `process` with `allowTracking` allows it. It has no call back,
 * hence the reload. `ac_enable_tracking`, its record of the answer, stays.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const activecampaign = defineAdapter<ActivecampaignOptions>({
  vendor: 'activecampaign',
  storage: [{ kind: 'cookie', name: 'prism_*' }],
  setup({ account }, vendor) {
    const open = (window: AdapterContext['window']) => {
      window.visitorGlobalObjectAlias ||= 'vgo';
      return queueFunction(window, 'vgo', 'q', '', { l: Date.now() });
    };
    return {
      ...holdCalls(
        vendor,
        (window) => open(window).q,
        (window) => open(window)('setTrackByDefault', false),
      ),
      onGrant({ window, loadScript }) {
        loadScript('https://diffuser-cdn.app-us1.com/diffuser/diffuser.js', () => {
          open(window)('setAccount', account);
          open(window)('process', 'allowTracking');
          open(window)('process');
        });
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'ActiveCampaign', ja: 'ActiveCampaign' },
  provider: { en: 'ActiveCampaign, LLC', ja: 'ActiveCampaign, LLC' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['app-us1.com', 'trackcmp.net', 'activehosted.com'],
  storage: [{ kind: 'cookie', name: 'prism_*', life: 'P30D' }],
  queue: { name: 'vgo', isFunction: true },
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
  policyUrl: 'https://www.activecampaign.com/legal/privacy-policy',
  options: {
    required: ['account'],
    properties: {
      account: { type: 'string', pattern: '^[0-9]+$', description: 'Number of the account.' },
    },
  },
  example: { account: '123456789' },
});
