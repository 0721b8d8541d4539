import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link crisp}. */
export interface CrispOptions {
  /** Id of the website. */
  websiteId: string;
}

/**
 * Crisp: chat.
 *
 * `session:reset` forgets the conversation; the script stays, hence the reload.
 *
 * Unverified: name and life of `crisp-client/*`.
 *
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const crisp = defineAdapter<CrispOptions>({
  vendor: 'crisp',
  storage: [
    { kind: 'cookie', name: 'crisp-client/*' },
    { kind: 'localStorage', name: 'crisp-client/*' },
  ],
  setup: ({ websiteId }, vendor) => ({
    ...holdCalls(vendor, (window) => (window.$crisp ||= [])),
    onGrant: ({ window, loadScript }) =>
      loadScript('https://client.crisp.chat/l.js', () => {
        window.CRISP_WEBSITE_ID = websiteId;
      }),
    onWithdraw({ window }) {
      (window.$crisp as unknown[]).push(['do', 'session:reset']);
      return 'reload';
    },
  }),
});

export const description = describeVendor({
  name: { en: 'Crisp', ja: 'Crisp' },
  provider: { en: 'Crisp IM SAS', ja: 'Crisp IM SAS' },
  country: 'FR',
  purpose: 'functional',
  hosts: ['crisp.chat'],
  storage: [
    { kind: 'cookie', name: 'crisp-client/*' },
    { kind: 'localStorage', name: 'crisp-client/*' },
  ],
  queue: { name: '$crisp' },
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, messages written, e-mail address where one is entered, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、チャットの内容、入力されたメールアドレス、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Answering questions by chat', ja: 'チャットによるお問い合わせへの対応' },
  recipientUse: FOR_THE_SITE,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://crisp.chat/en/privacy/',
  options: {
    required: ['websiteId'],
    properties: {
      websiteId: { type: 'string', minLength: 1, description: 'Id of the website.' },
    },
  },
  example: { websiteId: '00000000-0000-4000-8000-000000000000' },
});
