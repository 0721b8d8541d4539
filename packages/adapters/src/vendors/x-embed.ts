import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link xEmbed}. */
export interface XEmbedOptions {
  /** URL of widgets.js, if not on the vendor's host. */
  src?: string;
}

/**
 * Posts, timelines and buttons of X: the script turns the quotes in the page's markup into them.
 *
 * Until a grant visitors read the quotes as plain text with a link. Its script cannot be stopped, hence the
 * reload.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const xEmbed = defineAdapter<XEmbedOptions>({
  vendor: 'x-embed',
  storage: [],
  setup: ({ src = 'https://platform.twitter.com/widgets.js' }) => ({
    onGrant: ({ loadScript }) => loadScript(src),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'X posts and buttons', ja: 'X（旧 Twitter）の投稿とボタン' },
  provider: { en: 'X Corp.', ja: 'X Corp.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['platform.twitter.com', 'platform.x.com', 'syndication.twitter.com', 'syndication.twimg.com'],
  storage: [
    { kind: 'cookie', name: 'guest_id', life: 'P2Y', domain: 'twitter.com' },
    { kind: 'cookie', name: 'personalization_id', life: 'P2Y', domain: 'twitter.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is played or shown, and when, browser and device, IP address',
    ja: '閲覧したページの URL、再生・表示したコンテンツとその日時、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Showing posts', ja: '投稿の表示' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: RELOADED,
  policyUrl: 'https://x.com/en/privacy',
  options: {
    properties: {
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of widgets.js, if not on the vendor's host.",
      },
    },
  },
  example: {},
});
