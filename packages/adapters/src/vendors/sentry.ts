import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link sentry}. */
export interface SentryOptions {
  /** Public key, from the address of the loader. */
  publicKey: string;
}

/**
 * Sentry, by its loader script: errors, and loading times or replays where the project's loader says so.
 *
 * No call takes a running replay back for sure, hence the reload. Many sites hold that errors need no consent:
 * give it an exempt purpose then.
 *
 * Unverified: name and life of `sentryReplaySession`.
 *
 * @see npm third-party-web 0.30.0 (read 2026-11-21)
 * @see snippets in the public source of several sites (read 2026-11-22)
 */
export const sentry = defineAdapter<SentryOptions>({
  vendor: 'sentry',
  storage: [{ kind: 'sessionStorage', name: 'sentryReplaySession' }],
  setup: ({ publicKey }) => ({
    onGrant: ({ loadScript }) =>
      loadScript(`https://js.sentry-cdn.com/${publicKey}.min.js`, (script) => {
        script.crossOrigin = 'anonymous';
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Sentry', ja: 'Sentry' },
  provider: { en: 'Functional Software, Inc. (Sentry)', ja: 'Functional Software, Inc. (Sentry)' },
  country: 'US',
  purpose: 'functional',
  hosts: ['sentry-cdn.com', 'sentry.io'],
  storage: [{ kind: 'sessionStorage', name: 'sentryReplaySession' }],
  information: {
    en: 'URLs of the pages viewed, errors and loading times, browser and device, IP address',
    ja: '閲覧したページの URL、エラーの内容、表示にかかった時間、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Finding errors and slow pages, and mending them', ja: '不具合や表示の遅れの把握、改善' },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://sentry.io/privacy/',
  options: {
    required: ['publicKey'],
    properties: {
      publicKey: {
        type: 'string',
        pattern: '^[a-f0-9]+$',
        description: 'Public key, from the address of the loader.',
      },
    },
  },
  example: { publicKey: '0123456789abcdef0123456789abcdef' },
});
