import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueMethods } from '../lib/queue-methods.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** What a page may call before the script is there. */
const METHODS = 'track track_pageview identify reset register opt_in_tracking opt_out_tracking';

/** Options of {@link mixpanel}. */
export interface MixpanelOptions {
  /** Project token. */
  token: string;
  /** Further settings of Mixpanel's init. */
  config?: Readonly<Record<string, unknown>>;
}

/**
 * Mixpanel: page views and what is done on them.
 *
 * It starts opted out and is told `opt_in_tracking`. `opt_out_tracking` silences it; the profile is not deleted on
 * its server, which is for the site to do.
 *
 * Unverified: name and life of `mp_*`.
 *
 * @see npm mixpanel-browser 2.83.0, its snippet and opt-out calls (read 2026-11-22)
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const mixpanel = defineAdapter<MixpanelOptions>({
  vendor: 'mixpanel',
  // `__mp_opt_in_out_*`, its record of the answer, stays: it looks there before each event, and without it it sends.
  storage: [
    { kind: 'cookie', name: 'mp_*' },
    { kind: 'localStorage', name: 'mp_*' },
    { kind: 'sessionStorage', name: 'mp_*' },
  ],
  setup({ token, config }, vendor) {
    const open = (window: AdapterContext['window']) => queueMethods(window, 'mixpanel', METHODS);
    return {
      ...holdCalls(vendor, open),
      onGrant({ window, loadScript }) {
        const mixpanel = open(window);
        loadScript('https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js', () => {
          const settings = {
            track_pageview: true,
            ...config,
            opt_out_tracking_by_default: true,
            opt_out_persistence_by_default: true,
          };
          Object.assign(mixpanel, { __SV: 1.2, people: [], _i: [[token, settings, 'mixpanel']] });
        });
        (mixpanel.opt_in_tracking as () => void)();
      },
      onWithdraw({ window }) {
        (open(window).opt_out_tracking as (options: object) => void)({ delete_user: false });
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Mixpanel', ja: 'Mixpanel' },
  provider: { en: 'Mixpanel, Inc.', ja: 'Mixpanel, Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['cdn.mxpnl.com', 'mixpanel.com'],
  storage: [
    { kind: 'cookie', name: 'mp_*' },
    { kind: 'localStorage', name: 'mp_*' },
    { kind: 'sessionStorage', name: 'mp_tab_id_*', life: 'session' },
    { kind: 'sessionStorage', name: 'mp_gen_new_tab_id_*', life: 'session' },
  ],
  queue: { name: 'mixpanel', methods: METHODS },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: SILENCED,
  policyUrl: 'https://mixpanel.com/legal/privacy-policy/',
  options: {
    required: ['token'],
    properties: {
      token: { type: 'string', pattern: '^[a-f0-9]{32}$', description: 'Project token.' },
      config: { type: 'object', description: "Further settings of Mixpanel's init." },
    },
  },
  example: { token: '0123456789abcdef0123456789abcdef' },
});
