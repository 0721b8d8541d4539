import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { whenLoaded } from '../lib/when-loaded.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link marketo}. */
export interface MarketoOptions {
  /** Munchkin id, e.g. "123-ABC-456". */
  munchkinId: string;
}

/**
 * Munchkin, the tracking code of Adobe Marketo Engage: pages viewed and links followed, tied to leads.
 *
 * No stop call is known, hence the reload.
 *
 * Unverified: name and life of `_mkto_trk`.
 *
 * @see npm tarteaucitronjs 1.34.0 (read 2026-11-22)
 */
export const marketo = defineAdapter<MarketoOptions>({
  vendor: 'marketo',
  storage: [{ kind: 'cookie', name: '_mkto_trk' }],
  setup: ({ munchkinId }) => ({
    onGrant: ({ window, loadScript }) =>
      loadScript('https://munchkin.marketo.net/munchkin.js', (script) => {
        whenLoaded<{ init(id: string): void }>(script, window, 'Munchkin', (made) => made.init(munchkinId));
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Adobe Marketo Engage', ja: 'Adobe Marketo Engage' },
  provider: { en: 'Adobe Inc.', ja: 'Adobe Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['munchkin.marketo.net', 'mktoresp.com'],
  storage: [{ kind: 'cookie', name: '_mkto_trk' }],
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
  policyUrl: 'https://www.adobe.com/privacy/policy.html',
  options: {
    required: ['munchkinId'],
    properties: {
      munchkinId: {
        type: 'string',
        pattern: '^[0-9A-Z-]+$',
        description: 'Munchkin id, e.g. "123-ABC-456".',
      },
    },
  },
  example: { munchkinId: '123-ABC-456' },
});
