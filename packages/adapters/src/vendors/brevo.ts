import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link brevo}. */
export interface BrevoOptions {
  /** The account's client key for the tracker. Public: it is not the API key. */
  clientKey: string;
  /** Where the loader is served from. @default Brevo's host */
  src?: string;
}

/**
 * Brevo's website tracker. Its `init` sends a page view by itself.
 *
 * The vendor documents no consent, stop or unload call, hence the reload after a withdrawal. Mail opens
 * are measured by Brevo's servers, not by this script; they are a purpose of their own.
 *
 * @see https://developers.brevo.com/docs/getting-started-with-brevo-tracker (read 2026-11-21)
 */
export const brevo = defineAdapter<BrevoOptions>({
  vendor: 'brevo',
  // The tracker's older generation also set `email_id` and `session_id`: names too common to delete unasked.
  storage: [{ kind: 'cookie', name: 'sib_cuid' }],
  setup: ({ clientKey, src = 'https://cdn.brevo.com/js/sdk-loader.js' }, vendor) => ({
    onInit({ window }) {
      // The page's own calls (identify, track) wait in the queue that the loader will read.
      window.Brevo ||= [];
    },
    onChange({ window, isAllowed }) {
      // What was queued for a vendor that was then refused is not kept for a later yes.
      if (!isAllowed(vendor) && Array.isArray(window.Brevo)) window.Brevo.length = 0;
    },
    onGrant({ window, document, loadScript }) {
      // Shop and blog plug-ins bring the tracker by themselves; two of them would count twice.
      if (window.sib || document.getElementById('sendinblue-js')) return;
      (window.Brevo as unknown[]).push(['init', { client_key: clientKey }]);
      loadScript(src);
    },
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Brevo', ja: 'Brevo' },
  provider: { en: 'Sendinblue SAS (Brevo)', ja: 'Sendinblue SAS（Brevo）' },
  country: 'FR',
  purpose: 'marketing',
  hosts: ['cdn.brevo.com', 'sibautomation.com', 'in-automate.brevo.com'],
  storage: [{ kind: 'cookie', name: 'sib_cuid', life: 'P180D' }],
  queue: { name: 'Brevo' },
  information: {
    en: 'Pages viewed, whether e-mails were opened (where the environment allows)',
    ja: '閲覧したページ、メールの開封状況（環境により取得できる場合）',
  },
  usedFor: {
    en: 'Sending useful information about the service from time to time',
    ja: 'サービスに関する役立つ情報の定期的な配信',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://www.brevo.com/legal/privacypolicy/',
  options: {
    required: ['clientKey'],
    properties: {
      clientKey: { type: 'string', minLength: 1, description: "The account's client key for the tracker." },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of the loader, if not on Brevo's host.",
      },
    },
  },
  example: { clientKey: 'example-client-key' },
});
