import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_SECURITY } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link googleRecaptcha}. */
export interface GoogleRecaptchaOptions {
  /** Site key of version 3, for which the script is rendered; leave it out for version 2. */
  siteKey?: string;
}

/**
 * Google reCAPTCHA.
 *
 * Forms that need it do not work without a grant, so offer another way. The French authority holds that it needs
 * consent, since it is used for more than security.
 *
 * Unverified: name and life of `_grecaptcha`. that nothing else is stored.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const googleRecaptcha = defineAdapter<GoogleRecaptchaOptions>({
  vendor: 'google-recaptcha',
  storage: [{ kind: 'localStorage', name: '_grecaptcha' }],
  setup: ({ siteKey }) => ({
    onGrant: ({ loadScript }) =>
      loadScript(`https://www.google.com/recaptcha/api.js${siteKey ? `?render=${siteKey}` : ''}`),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Google reCAPTCHA', ja: 'Google reCAPTCHA' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'functional',
  hosts: ['www.google.com/recaptcha', 'www.gstatic.com/recaptcha', 'www.recaptcha.net/recaptcha'],
  storage: [
    { kind: 'localStorage', name: '_grecaptcha' },
    { kind: 'cookie', name: '_GRECAPTCHA', life: 'P6M', domain: 'www.google.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Protecting forms from programs', ja: 'プログラムによる不正な送信の防止' },
  recipientUse: FOR_SECURITY,
  withdrawal: RELOADED,
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    properties: {
      siteKey: {
        type: 'string',
        pattern: '^[A-Za-z0-9_-]+$',
        description: 'Site key of version 3, for which the script is rendered; leave it out for version 2.',
      },
    },
  },
  example: { siteKey: '6Lexample_example' },
});
