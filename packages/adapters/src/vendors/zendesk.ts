import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link zendesk}. */
export interface ZendeskOptions {
  /** Key of the widget, from its snippet's address. */
  key: string;
}

/**
 * The Web Widget of Zendesk messaging.
 *
 * It is told which storage it may use, `all` or `none`; with `none` it hides and deletes what it stored. It stays
 * loaded, hence the reload. The classic widget has other calls.
 *
 * Unverified: name and life of `__zlcstore`.
 *
 * @see https://developer.zendesk.com/api-reference/widget-messaging/web/core (read 2026-11-22)
 * @see Open Cookie Database, commit 0ee5a17; npm tarteaucitronjs 1.34.0; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const zendesk = defineAdapter<ZendeskOptions>({
  vendor: 'zendesk',
  storage: [
    { kind: 'cookie', name: '__zlcmid' },
    { kind: 'localStorage', name: 'ZD-*' },
    { kind: 'localStorage', name: '__zlcstore' },
  ],
  setup({ key }) {
    const tell = (window: AdapterContext['window'], cookies: string) =>
      (window.zE as ((...call: unknown[]) => void) | undefined)?.('messenger:set', 'cookies', cookies);
    return {
      onGrant({ window, loadScript }) {
        tell(window, 'all');
        loadScript(`https://static.zdassets.com/ekr/snippet.js?key=${key}`, (script) => {
          // The snippet finds its key by this id.
          script.id = 'ze-snippet';
          script.addEventListener('load', () => tell(window, 'all'));
        });
      },
      onWithdraw({ window }) {
        tell(window, 'none');
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Zendesk', ja: 'Zendesk' },
  provider: { en: 'Zendesk, Inc.', ja: 'Zendesk, Inc.' },
  country: 'US',
  purpose: 'functional',
  hosts: ['static.zdassets.com', 'ekr.zdassets.com', 'zendesk.com', 'zopim.com'],
  storage: [
    { kind: 'cookie', name: '__zlcmid', life: 'P1Y' },
    { kind: 'localStorage', name: 'ZD-*', life: 'P1Y' },
    { kind: 'localStorage', name: '__zlcstore' },
    { kind: 'cookie', name: '_zendesk_cookie', life: 'P1Y', domain: 'zendesk.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, messages written, e-mail address where one is entered, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、チャットの内容、入力されたメールアドレス、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Answering questions by chat', ja: 'チャットによるお問い合わせへの対応' },
  recipientUse: FOR_THE_SITE,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://www.zendesk.com/company/agreements-and-terms/privacy-notice/',
  options: {
    required: ['key'],
    properties: {
      key: { type: 'string', minLength: 1, description: "Key of the widget, from its snippet's address." },
    },
  },
  example: { key: '00000000-0000-4000-8000-000000000000' },
});
