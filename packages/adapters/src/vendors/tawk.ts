import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link tawk}. */
export interface TawkOptions {
  /** Id of the property. */
  propertyId: string;
  /** Id of the widget. @default "default" */
  widgetId?: string;
}

/**
 * tawk.to: chat.
 *
 * Its calls end a chat but were not confirmed to stop the connection, hence the reload.
 *
 * Unverified: names and lives of `twk_*`, `__tawkuuid`.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const tawk = defineAdapter<TawkOptions>({
  vendor: 'tawk',
  storage: [
    { kind: 'cookie', name: 'twk_*' },
    { kind: 'cookie', name: '__tawkuuid' },
    { kind: 'localStorage', name: 'twk_*' },
  ],
  setup: ({ propertyId, widgetId = 'default' }) => ({
    onGrant: ({ window, loadScript }) =>
      loadScript(`https://embed.tawk.to/${propertyId}/${widgetId}`, (script) => {
        script.crossOrigin = '*';
        window.Tawk_API ||= {};
        window.Tawk_LoadStart = new Date();
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'tawk.to', ja: 'tawk.to' },
  provider: { en: 'tawk.to inc.', ja: 'tawk.to inc.' },
  country: 'US',
  purpose: 'functional',
  hosts: ['tawk.to'],
  storage: [
    { kind: 'cookie', name: 'twk_*' },
    { kind: 'cookie', name: '__tawkuuid' },
    { kind: 'localStorage', name: 'twk_*' },
  ],
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, messages written, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、チャットの内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Answering questions by chat', ja: 'チャットによるお問い合わせへの対応' },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.tawk.to/privacy-policy/',
  options: {
    required: ['propertyId'],
    properties: {
      propertyId: { type: 'string', pattern: '^[a-z0-9]+$', description: 'Id of the property.' },
      widgetId: { type: 'string', pattern: '^[a-z0-9]+$', description: 'Id of the widget.' },
    },
  },
  example: { propertyId: '0123456789abcdef01234567' },
});
