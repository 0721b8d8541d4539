import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type EmbedOptions, embed } from '../lib/embed.js';
import { EMBED_OPTIONS } from '../lib/embed-options.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { REMOVED } from '../lib/withdrawal.js';

/** Options of {@link typeform}. */
export interface TypeformOptions extends EmbedOptions {
  /** Id of the form that is placed. */
  form?: string;
}

/**
 * Forms of Typeform, in a frame that asks for no marketing tracking inside (`disable-tracking`).
 *
 * Frames and widgets in the page's own markup are withheld by their host and need no option.
 *
 * Unverified: the parameter `disable-tracking` in the address of the frame.
 *
 * @see Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const typeform = defineAdapter<TypeformOptions>({
  vendor: 'typeform',
  storage: [],
  setup: ({ form, ...place }) =>
    embed(`https://form.typeform.com/to/${form}?disable-tracking=true`, place, 'Typeform'),
});

export const description = describeVendor({
  name: { en: 'Typeform', ja: 'Typeform' },
  provider: { en: 'TYPEFORM S.L.', ja: 'TYPEFORM S.L.' },
  country: 'ES',
  purpose: 'functional',
  hosts: ['typeform.com'],
  storage: [
    { kind: 'cookie', name: 'tf_respondent_cc', life: 'P6M', domain: 'typeform.com' },
    { kind: 'cookie', name: 'attribution_user_id', life: 'P1Y', domain: 'typeform.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is entered into the form, browser and device, IP address',
    ja: '閲覧したページの URL、フォームに入力された内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Asking questions and taking sign-ups', ja: 'アンケートや申し込みの受付' },
  recipientUse: FOR_THE_SITE,
  withdrawal: REMOVED,
  policyUrl: 'https://www.typeform.com/privacy-policy',
  options: {
    dependencies: { target: ['form'] },
    properties: {
      form: { type: 'string', pattern: '^[A-Za-z0-9]+$', description: 'Id of the form that is placed.' },
      ...EMBED_OPTIONS,
    },
  },
  example: { form: 'aBcDeF', target: 'body' },
});
