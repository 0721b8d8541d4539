import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link trustpilot}. */
export interface TrustpilotOptions {
  /** URL of the script, if not on the vendor's host. */
  src?: string;
}

/**
 * Trustpilot's TrustBox: the script fills the boxes in the page's markup.
 *
 * Its script cannot be stopped, hence the reload.
 *
 * Unverified: name and life of `amplitude_idtrustpilot.com`.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const trustpilot = defineAdapter<TrustpilotOptions>({
  vendor: 'trustpilot',
  storage: [],
  setup: ({ src = 'https://widget.trustpilot.com/bootstrap/v5/tp.widget.bootstrap.min.js' }) => ({
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Trustpilot', ja: 'Trustpilot' },
  provider: { en: 'Trustpilot A/S', ja: 'Trustpilot A/S' },
  country: 'DK',
  purpose: 'functional',
  hosts: ['widget.trustpilot.com'],
  storage: [
    { kind: 'cookie', name: 'ajs_anonymous_id', life: 'P1Y', domain: 'trustpilot.com' },
    { kind: 'cookie', name: 'amplitude_idtrustpilot.com', domain: 'trustpilot.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Showing reviews', ja: '口コミの表示' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: RELOADED,
  policyUrl: 'https://legal.trustpilot.com/for-reviewers/end-user-privacy-terms',
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
