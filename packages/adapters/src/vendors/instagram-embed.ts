import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link instagramEmbed}. */
export interface InstagramEmbedOptions {
  /** URL of embed.js, if not on the vendor's host. */
  src?: string;
}

/**
 * Posts of Instagram: the script turns the quotes in the page's markup into them.
 *
 * Until a grant visitors read the quotes as plain text with a link. Its script cannot be stopped, hence the
 * reload.
 *
 * Unverified: names and lives of `ig_did`, `mid`, `datr`.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const instagramEmbed = defineAdapter<InstagramEmbedOptions>({
  vendor: 'instagram-embed',
  storage: [],
  setup: ({ src = 'https://www.instagram.com/embed.js' }) => ({
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Instagram posts', ja: 'Instagram の投稿' },
  provider: { en: 'Meta Platforms, Inc.', ja: 'Meta Platforms, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['www.instagram.com', 'cdninstagram.com'],
  storage: [
    { kind: 'cookie', name: 'ig_did', domain: 'instagram.com' },
    { kind: 'cookie', name: 'mid', domain: 'instagram.com' },
    { kind: 'cookie', name: 'csrftoken', life: 'P1Y', domain: 'instagram.com' },
    { kind: 'cookie', name: 'datr', domain: 'instagram.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is played or shown, and when, browser and device, IP address',
    ja: '閲覧したページの URL、再生・表示したコンテンツとその日時、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Showing posts', ja: '投稿の表示' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: RELOADED,
  policyUrl: 'https://privacycenter.instagram.com/policy',
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
