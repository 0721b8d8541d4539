import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link optimizely}. */
export interface OptimizelyOptions {
  /** Id of the project, from the address of the snippet. */
  projectId: string;
}

/**
 * Optimizely Web Experimentation: tests of page variants.
 *
 * `holdEvents` stands before the snippet, and `sendEvents` lets them go. Its `optOut` keeps the whole snippet from
 * loading later and cannot be taken back for sure, so it is not called: `holdEvents` holds what would be sent
 * until the page is loaded again.
 *
 * Unverified: names and lives of `optimizelyDomainTestCookie`, `optimizelySession`, `optimizely_data$$*`.
 *
 * @see https://docs.developers.optimizely.com/web-experimentation/reference/hold-events (read 2026-11-22)
 * @see https://docs.developers.optimizely.com/web/docs/opt-out (read 2026-11-22)
 * @see Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const optimizely = defineAdapter<OptimizelyOptions>({
  vendor: 'optimizely',
  storage: [
    { kind: 'cookie', name: 'optimizelyEndUserId' },
    { kind: 'cookie', name: 'optimizelyRedirectData' },
    { kind: 'cookie', name: 'optimizelyDomainTestCookie' },
    { kind: 'cookie', name: 'optimizelySession' },
    { kind: 'localStorage', name: 'optimizely_data$$*' },
  ],
  setup({ projectId }, vendor) {
    const push = (window: AdapterContext['window'], type: string) =>
      (window.optimizely as unknown[]).push({ type });
    return {
      ...holdCalls(
        vendor,
        (window) => (window.optimizely ||= []),
        (window) => push(window, 'holdEvents'),
      ),
      onGrant({ window, loadScript }) {
        push(window, 'sendEvents');
        loadScript(`https://cdn.optimizely.com/js/${projectId}.js`);
      },
      onWithdraw({ window }) {
        push(window, 'holdEvents');
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Optimizely Web Experimentation', ja: 'Optimizely Web Experimentation' },
  provider: { en: 'Optimizely, Inc.', ja: 'Optimizely, Inc.' },
  country: 'US',
  purpose: 'functional',
  hosts: ['optimizely.com'],
  storage: [
    { kind: 'cookie', name: 'optimizelyEndUserId', life: 'P6M' },
    { kind: 'cookie', name: 'optimizelyRedirectData', life: 'PT5S' },
    { kind: 'cookie', name: 'optimizelyDomainTestCookie' },
    { kind: 'cookie', name: 'optimizelySession' },
    { kind: 'localStorage', name: 'optimizely_data$$*' },
  ],
  queue: { name: 'optimizely' },
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, which variants were shown, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、表示されたテストパターン、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Comparing variants of pages and fitting their contents to visitors',
    ja: 'ページの表示パターンの比較、内容の最適化',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://www.optimizely.com/legal/privacy-notice/',
  options: {
    required: ['projectId'],
    properties: {
      projectId: {
        type: 'string',
        pattern: '^[0-9]+$',
        description: 'Id of the project, from the address of the snippet.',
      },
    },
  },
  example: { projectId: '1234567890' },
});
