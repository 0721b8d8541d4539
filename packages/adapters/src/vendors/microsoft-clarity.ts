import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link microsoftClarity}. */
export interface MicrosoftClarityOptions {
  /** Id of the project. */
  projectId: string;
  /** Purpose or vendor that grants ad_Storage. @default "marketing" */
  advertising?: string;
}

/**
 * Microsoft Clarity: recordings and heat maps.
 *
 * A grant and a refusal are told in `consentv2` (with a capital S in its fields); a refusal alone leaves it
 * running without cookies, hence the reload. `ad_Storage` follows the purpose `marketing` of the site unless
 * `advertising` names another.
 *
 * Unverified: names and lives of `_clsk`, `_cltk`, `MUID`.
 *
 * @see https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2 (read 2026-11-21)
 * @see learn.microsoft.com, Clarity consent API; npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17; npm tarteaucitronjs 1.34.0 (read 2026-11-21)
 */
export const microsoftClarity = defineAdapter<MicrosoftClarityOptions>({
  vendor: 'microsoft-clarity',
  storage: [
    { kind: 'cookie', name: '_clck' },
    { kind: 'cookie', name: '_clsk' },
    { kind: 'sessionStorage', name: '_cltk' },
  ],
  setup({ projectId, advertising = 'marketing' }, vendor) {
    const tell = ({ window, isAllowed }: AdapterContext) => {
      const state = (id: string) => (isAllowed(vendor) && isAllowed(id) ? 'granted' : 'denied');
      queueFunction(window, 'clarity')('consentv2', {
        ad_Storage: state(advertising),
        analytics_Storage: state(vendor),
      });
    };
    const { onInit, onChange } = holdCalls(vendor, (window) => queueFunction(window, 'clarity').q);
    let told = false;
    return {
      onInit,
      onChange(context) {
        onChange(context);
        // While it runs it also hears of a decision on advertising alone.
        if (told) tell(context);
      },
      onGrant(context) {
        if (!told) tell(context);
        told = true;
        context.loadScript(`https://www.clarity.ms/tag/${projectId}`);
      },
      onWithdraw: () => 'reload',
    };
  },
});

export const description = describeVendor({
  name: { en: 'Microsoft Clarity', ja: 'Microsoft Clarity' },
  provider: { en: 'Microsoft Corporation', ja: 'Microsoft Corporation' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['clarity.ms', 'c.bing.com'],
  storage: [
    { kind: 'cookie', name: '_clck', life: 'P1Y' },
    { kind: 'cookie', name: '_clsk' },
    { kind: 'sessionStorage', name: '_cltk' },
    { kind: 'cookie', name: 'CLID', life: 'P1Y', domain: 'www.clarity.ms' },
    { kind: 'cookie', name: 'MUID', domain: 'clarity.ms' },
    { kind: 'cookie', name: 'ANONCHK', life: 'PT10M', domain: 'c.clarity.ms' },
    { kind: 'cookie', name: 'SM', life: 'session', domain: 'c.clarity.ms' },
  ],
  queue: { name: 'clarity', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, mouse movements and what the page shows, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、マウスの動き、ページの表示内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Seeing how pages are used, from recordings and heat maps, and improving them',
    ja: '操作の記録やヒートマップによる利用状況の把握、ページの改善',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://www.microsoft.com/en-us/privacy/privacystatement',
  options: {
    required: ['projectId'],
    properties: {
      projectId: { type: 'string', pattern: '^[a-z0-9]+$', description: 'Id of the project.' },
      advertising: { type: 'string', minLength: 1, description: 'Purpose or vendor that grants ad_Storage.' },
    },
  },
  example: { projectId: 'abcdefghij' },
});
