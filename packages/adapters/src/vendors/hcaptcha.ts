import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_SECURITY } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link hcaptcha}. */
export interface HcaptchaOptions {
  /** URL of the script, if not on the vendor's host. */
  src?: string;
}

/**
 * hCaptcha.
 *
 * Name it only on pages with a form that needs it, and give it an exempt purpose only there.
 *
 * Unverified: name and life of `hmt_id`.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const hcaptcha = defineAdapter<HcaptchaOptions>({
  vendor: 'hcaptcha',
  storage: [],
  setup: ({ src = 'https://js.hcaptcha.com/1/api.js' }) => ({
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'hCaptcha', ja: 'hCaptcha' },
  provider: { en: 'Intuition Machines, Inc.', ja: 'Intuition Machines, Inc.' },
  country: 'US',
  purpose: 'necessary',
  hosts: ['hcaptcha.com'],
  storage: [
    { kind: 'cookie', name: 'hmt_id', domain: 'hcaptcha.com' },
    { kind: 'cookie', name: '__cf_bm', life: 'PT30M', domain: 'hcaptcha.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Protecting forms from programs', ja: 'プログラムによる不正な送信の防止' },
  recipientUse: FOR_SECURITY,
  withdrawal: RELOADED,
  policyUrl: 'https://www.hcaptcha.com/privacy',
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
