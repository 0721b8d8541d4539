import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type EmbedOptions, embed } from '../lib/embed.js';
import { EMBED_OPTIONS } from '../lib/embed-options.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { REMOVED } from '../lib/withdrawal.js';

/** Options of {@link calendly}. */
export interface CalendlyOptions extends EmbedOptions {
  /** The page that is placed, e.g. "example/30min". */
  page?: string;
}

/**
 * Booking pages of Calendly, in a frame.
 *
 * Calendly's own cookie banner inside the frame stays. Frames and widgets in the page's own markup are withheld by
 * their host and need no option.
 *
 * Unverified: name and life of `_calendly_session`.
 *
 * @see npm tarteaucitronjs 1.34.0; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const calendly = defineAdapter<CalendlyOptions>({
  vendor: 'calendly',
  storage: [],
  setup: ({ page, ...place }) => embed(`https://calendly.com/${page}`, place, 'Calendly'),
});

export const description = describeVendor({
  name: { en: 'Calendly', ja: 'Calendly' },
  provider: { en: 'Calendly LLC', ja: 'Calendly LLC' },
  country: 'US',
  purpose: 'functional',
  hosts: ['calendly.com'],
  storage: [
    { kind: 'cookie', name: '_calendly_session', domain: 'calendly.com' },
    { kind: 'cookie', name: '__cf_bm', life: 'PT30M', domain: 'calendly.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is entered into the form, browser and device, IP address',
    ja: '閲覧したページの URL、フォームに入力された内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Booking appointments', ja: '日程の予約' },
  recipientUse: FOR_THE_SITE,
  withdrawal: REMOVED,
  policyUrl: 'https://calendly.com/legal/privacy-notice',
  options: {
    dependencies: { target: ['page'] },
    properties: {
      page: {
        type: 'string',
        pattern: '^[A-Za-z0-9_/-]+$',
        description: 'The page that is placed, e.g. "example/30min".',
      },
      ...EMBED_OPTIONS,
    },
  },
  example: { page: 'example/30min', target: 'body' },
});
