import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_SECURITY } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link stripe}. */
export interface StripeOptions {
  /** Whether Stripe may watch how pages are used to tell fraud. @default false */
  advancedFraudSignals?: boolean;
}

/**
 * Stripe.js, for pages that take a payment.
 *
 * On other pages it is not strictly necessary: name it there under a purpose that is asked. Its `__stripe_mid` and
 * `__stripe_sid` are for fraud prevention and are left to it.
 *
 * Unverified: name and life of `m`.
 *
 * @see Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const stripe = defineAdapter<StripeOptions>({
  vendor: 'stripe',
  storage: [],
  setup: ({ advancedFraudSignals = false }) => ({
    onGrant: ({ loadScript }) =>
      loadScript(`https://js.stripe.com/v3/${advancedFraudSignals ? '' : '?advancedFraudSignals=false'}`),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Stripe', ja: 'Stripe' },
  provider: { en: 'Stripe, Inc.', ja: 'Stripe, Inc.' },
  country: 'US',
  purpose: 'necessary',
  hosts: ['stripe.com', 'm.stripe.network'],
  storage: [{ kind: 'cookie', name: 'm', domain: 'm.stripe.com' }],
  information: {
    en: 'URLs of the pages viewed, clicks, scrolling and other actions, what is entered into the form, browser and device, IP address',
    ja: '閲覧したページの URL、クリックやスクロールなどの操作、フォームに入力された内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Taking payments and preventing fraud', ja: '決済の処理、不正利用の防止' },
  recipientUse: FOR_SECURITY,
  withdrawal: RELOADED,
  policyUrl: 'https://stripe.com/privacy',
  options: {
    properties: {
      advancedFraudSignals: {
        type: 'boolean',
        description: 'Whether Stripe may watch how pages are used to tell fraud.',
      },
    },
  },
  example: {},
});
