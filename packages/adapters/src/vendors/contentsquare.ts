import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link contentsquare}. */
export interface ContentsquareOptions {
  /** Id of the tag, from its address. */
  tagId: string;
}

/**
 * Contentsquare: recordings, heat maps and journeys.
 *
 * Its opt-out commands are documented for pages inside apps only, so none is called: it is gone after the reload.
 * `_cs_c` and `_cs_optout`, records of an answer, stay.
 *
 * @see https://docs.contentsquare.com/en/web/cookies/ (read 2026-11-22)
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const contentsquare = defineAdapter<ContentsquareOptions>({
  vendor: 'contentsquare',
  storage: [
    { kind: 'cookie', name: '_cs_id' },
    { kind: 'cookie', name: '_cs_s' },
    { kind: 'cookie', name: '_cs_cvars' },
    { kind: 'cookie', name: '_cs_ex' },
    { kind: 'cookie', name: '_cs_mk_*' },
  ],
  setup: ({ tagId }) => ({
    onInit({ window }) {
      window._uxa ||= [];
    },
    onGrant: ({ loadScript }) => loadScript(`https://t.contentsquare.net/uxa/${tagId}.js`),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Contentsquare', ja: 'Contentsquare' },
  provider: { en: 'Contentsquare SAS', ja: 'Contentsquare SAS' },
  country: 'FR',
  purpose: 'analytics',
  hosts: ['contentsquare.net', 'contentsquare.com'],
  storage: [
    { kind: 'cookie', name: '_cs_id', life: 'P13M' },
    { kind: 'cookie', name: '_cs_s', life: 'PT30M' },
    { kind: 'cookie', name: '_cs_cvars', life: 'session' },
    { kind: 'cookie', name: '_cs_ex', life: 'P30D' },
    { kind: 'cookie', name: '_cs_mk_*', life: 'PT30M' },
  ],
  queue: { name: '_uxa' },
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, mouse movements and what the page shows, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、マウスの動き、ページの表示内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Seeing how pages are used, from recordings and heat maps, and improving them',
    ja: '操作の記録やヒートマップによる利用状況の把握、ページの改善',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://contentsquare.com/privacy-center/privacy-policy/',
  options: {
    required: ['tagId'],
    properties: {
      tagId: { type: 'string', pattern: '^[a-z0-9]+$', description: 'Id of the tag, from its address.' },
    },
  },
  example: { tagId: '0123456789abc' },
});
