import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_SECURITY } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link turnstile}. */
export interface TurnstileOptions {
  /** URL of the script, if not on the vendor's host. */
  src?: string;
}

/**
 * Cloudflare Turnstile.
 *
 * It sets no cookie in its default mode; `cf_clearance` of the pre-clearance mode is needed for the protection and
 * stays.
 *
 * @see snippets in the public source of several sites; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const turnstile = defineAdapter<TurnstileOptions>({
  vendor: 'turnstile',
  storage: [],
  setup: ({ src = 'https://challenges.cloudflare.com/turnstile/v0/api.js' }) => ({
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Cloudflare Turnstile', ja: 'Cloudflare Turnstile' },
  provider: { en: 'Cloudflare, Inc.', ja: 'Cloudflare, Inc.' },
  country: 'US',
  purpose: 'necessary',
  hosts: ['challenges.cloudflare.com'],
  storage: [],
  information: {
    en: 'URLs of the pages viewed, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Protecting forms from programs', ja: 'プログラムによる不正な送信の防止' },
  recipientUse: FOR_SECURITY,
  withdrawal: RELOADED,
  policyUrl: 'https://www.cloudflare.com/turnstile-privacy-policy/',
  options: {
    properties: {
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of the script, if not on the vendor's host.",
      },
    },
  },
  example: {},
});
