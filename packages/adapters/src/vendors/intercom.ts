import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link intercom}. */
export interface IntercomOptions {
  /** Id of the workspace. */
  appId: string;
  /** Further settings of its boot. */
  settings?: Readonly<Record<string, unknown>>;
}

/**
 * Intercom Messenger: chat, with the pages viewed.
 *
 * `shutdown` ends the conversation and clears its session in the same page, `boot` starts it again.
 *
 * Unverified: name and life of `intercom.*`.
 *
 * @see npm @c15t/scripts 2.2.0; npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const intercom = defineAdapter<IntercomOptions>({
  vendor: 'intercom',
  storage: [
    { kind: 'cookie', name: 'intercom-id-*' },
    { kind: 'cookie', name: 'intercom-session-*' },
    { kind: 'cookie', name: 'intercom-device-id-*' },
    { kind: 'localStorage', name: 'intercom.*' },
  ],
  setup: ({ appId, settings }, vendor) => ({
    ...holdCalls(vendor, (window) => queueFunction(window, 'Intercom').q),
    onGrant({ window, loadScript }) {
      queueFunction(window, 'Intercom')('boot', { ...settings, app_id: appId });
      loadScript(`https://widget.intercom.io/widget/${appId}`);
    },
    onWithdraw: ({ window }) => queueFunction(window, 'Intercom')('shutdown'),
  }),
});

export const description = describeVendor({
  name: { en: 'Intercom', ja: 'Intercom' },
  provider: { en: 'Intercom, Inc.', ja: 'Intercom, Inc.' },
  country: 'US',
  purpose: 'functional',
  hosts: ['intercom.io', 'intercomcdn.com'],
  storage: [
    { kind: 'cookie', name: 'intercom-id-*', life: 'P9M' },
    { kind: 'cookie', name: 'intercom-session-*', life: 'P7D' },
    { kind: 'cookie', name: 'intercom-device-id-*', life: 'P9M' },
    { kind: 'localStorage', name: 'intercom.*' },
  ],
  queue: { name: 'Intercom', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, messages written, e-mail address where one is entered, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、チャットの内容、入力されたメールアドレス、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Answering questions by chat', ja: 'チャットによるお問い合わせへの対応' },
  recipientUse: FOR_THE_SITE,
  withdrawal: SILENCED,
  policyUrl: 'https://www.intercom.com/legal/privacy',
  options: {
    required: ['appId'],
    properties: {
      appId: { type: 'string', pattern: '^[a-z0-9]+$', description: 'Id of the workspace.' },
      settings: { type: 'object', description: 'Further settings of its boot.' },
    },
  },
  example: { appId: 'abcd1234' },
});
