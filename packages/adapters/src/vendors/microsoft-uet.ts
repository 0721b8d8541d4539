import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_ADVERTISING } from '../lib/recipient-use.js';
import { whenLoaded } from '../lib/when-loaded.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link microsoftUet}. */
export interface MicrosoftUetOptions {
  /** Id of the UET tag. */
  tagId: string;
}

/**
 * Universal Event Tracking of Microsoft Advertising: page views and conversions.
 *
 * `consent default` with `ad_storage` denied stands before bat.js, then always an `update`: the first consent call
 * turns off the protection that the script has by itself in Europe. After a denial it would go on without cookies,
 * hence the reload.
 *
 * Unverified: names and lives of `_uetsid`, `_uetvid`, `_uetsid*`, `_uetvid*`, `MUID`, `MSPTC`.
 *
 * @see help.ads.microsoft.com, article 60119 on consent mode (read 2026-11-21)
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const microsoftUet = defineAdapter<MicrosoftUetOptions>({
  vendor: 'microsoft-uet',
  storage: [
    { kind: 'cookie', name: '_uetsid' },
    { kind: 'cookie', name: '_uetvid' },
    { kind: 'cookie', name: '_uetmsclkid' },
    { kind: 'localStorage', name: '_uetsid*' },
    { kind: 'localStorage', name: '_uetvid*' },
  ],
  setup({ tagId }, vendor) {
    const tell = (window: AdapterContext['window'], command: string, ad_storage: string) =>
      (window.uetq as unknown[]).push('consent', command, { ad_storage });
    return {
      ...holdCalls(
        vendor,
        (window) => (window.uetq ||= []),
        (window) => tell(window, 'default', 'denied'),
      ),
      onGrant({ window, loadScript }) {
        tell(window, 'update', 'granted');
        loadScript('https://bat.bing.com/bat.js', (script) =>
          whenLoaded<new (options: object) => unknown[]>(script, window, 'UET', (Uet) => {
            const uetq = new Uet({ ti: tagId, enableAutoSpaTracking: true, q: window.uetq });
            window.uetq = uetq;
            uetq.push('pageLoad');
          }),
        );
      },
      onWithdraw({ window }) {
        tell(window, 'update', 'denied');
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Microsoft Advertising UET', ja: 'Microsoft Advertising UET' },
  provider: { en: 'Microsoft Corporation', ja: 'Microsoft Corporation' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['bat.bing.com', 'bat.bing.net'],
  storage: [
    { kind: 'cookie', name: '_uetsid' },
    { kind: 'cookie', name: '_uetvid' },
    { kind: 'cookie', name: '_uetmsclkid', life: 'P90D' },
    { kind: 'localStorage', name: '_uetsid*' },
    { kind: 'localStorage', name: '_uetvid*' },
    { kind: 'cookie', name: 'MUID', domain: 'bing.com' },
    { kind: 'cookie', name: 'MSPTC', domain: 'bing.com' },
  ],
  queue: { name: 'uetq' },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, purchases and sign-ups and their value, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、購入や申し込みの有無とその金額、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Delivering advertising that fits interests, and measuring its effect',
    ja: '興味・関心に応じた広告の配信、広告効果の測定',
  },
  recipientUse: FOR_ADVERTISING,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://www.microsoft.com/en-us/privacy/privacystatement',
  options: {
    required: ['tagId'],
    properties: {
      tagId: { type: 'string', pattern: '^[0-9]+$', description: 'Id of the UET tag.' },
    },
  },
  example: { tagId: '123456789' },
});
