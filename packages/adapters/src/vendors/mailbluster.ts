import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { placeFrame } from '../lib/place-frame.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { REMOVED } from '../lib/withdrawal.js';

/** Options of {@link mailbluster}. */
export interface MailblusterOptions {
  /** Address of the form, from the brand's form settings. */
  formUrl: string;
  /** CSS selector of the element that takes the form. */
  target: string;
  /** Accessible name of the form's frame. @default "MailBluster" */
  title?: string;
  /** Height of the frame in CSS pixels. */
  height?: number;
}

/**
 * MailBluster's embedded sign-up form.
 *
 * No visitor tracker or cookie of MailBluster's own on a site is known, and its API belongs on a server;
 * the form is all that a page can load. It goes with its frame, so a withdrawal needs no reload.
 *
 * @see https://mailbluster.com (form addresses differ by brand and come from the site's config; read 2026-11-21)
 */
export const mailbluster = defineAdapter<MailblusterOptions>({
  vendor: 'mailbluster',
  storage: [],
  setup({ formUrl, target, title = 'MailBluster', height }) {
    let remove: (() => void) | undefined;
    return {
      onGrant({ document }) {
        remove = placeFrame(document, { src: formUrl, title, target, height });
      },
      onWithdraw() {
        remove?.();
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'MailBluster', ja: 'MailBluster' },
  provider: { en: 'ThemeWagon, Inc.', ja: 'ThemeWagon, Inc.' },
  purpose: 'marketing',
  hosts: ['mailbluster.com'],
  storage: [],
  information: {
    en: 'Whether e-mails were opened (where the environment allows)',
    ja: 'メールの開封状況（環境により取得できる場合）',
  },
  usedFor: {
    en: 'Sending useful information about the service from time to time',
    ja: 'サービスに関する役立つ情報の定期的な配信',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: REMOVED,
  policyUrl: 'https://mailbluster.com/privacy',
  options: {
    required: ['formUrl', 'target'],
    properties: {
      formUrl: { type: 'string', pattern: '^(https?://|/)', description: 'URL of the form.' },
      target: {
        type: 'string',
        minLength: 1,
        description: 'CSS selector of the element that takes the form.',
      },
      title: { type: 'string', description: "Accessible name of the form's frame." },
      height: { type: 'integer', minimum: 1, description: 'Height of the frame in CSS pixels.' },
    },
  },
  example: { formUrl: 'https://forms.mailbluster.com/example', target: 'body' },
});
