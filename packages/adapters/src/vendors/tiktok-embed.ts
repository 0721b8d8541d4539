import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link tiktokEmbed}. */
export interface TiktokEmbedOptions {
  /** URL of embed.js, if not on the vendor's host. */
  src?: string;
}

/**
 * Videos of TikTok: the script turns the quotes in the page's markup into them.
 *
 * Until a grant visitors read the quotes as plain text with a link. Its script cannot be stopped, hence the
 * reload.
 *
 * Unverified: name and life of `tt_webid*`.
 *
 * @see Open Cookie Database, commit 0ee5a17; npm tarteaucitronjs 1.34.0 (read 2026-11-21)
 */
export const tiktokEmbed = defineAdapter<TiktokEmbedOptions>({
  vendor: 'tiktok-embed',
  storage: [],
  setup: ({ src = 'https://www.tiktok.com/embed.js' }) => ({
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'TikTok videos', ja: 'TikTok の動画' },
  provider: {
    en: 'TikTok Pte. Ltd. (in the EEA, UK and US other companies of TikTok)',
    ja: 'TikTok Pte. Ltd.（EEA・英国・米国では各地域の TikTok の法人）',
  },
  country: 'SG',
  purpose: 'marketing',
  hosts: ['www.tiktok.com', 'tiktokcdn.com', 'ttwstatic.com'],
  storage: [
    { kind: 'cookie', name: 'ttwid', life: 'P1Y', domain: 'tiktok.com' },
    { kind: 'cookie', name: 'msToken', life: 'P10D', domain: 'tiktok.com' },
    { kind: 'cookie', name: 'tt_webid*', domain: 'tiktok.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is played or shown, and when, an identifier kept in this browser, browser and device, IP address',
    ja: '閲覧したページの URL、再生・表示したコンテンツとその日時、ブラウザーに保存される識別子、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Showing videos', ja: '動画の表示' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: RELOADED,
  policyUrl: 'https://www.tiktok.com/legal/privacy-policy',
  options: {
    properties: {
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of embed.js, if not on the vendor's host.",
      },
    },
  },
  example: {},
});
