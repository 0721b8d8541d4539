import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link facebookEmbed}. */
export interface FacebookEmbedOptions {
  /** URL of the SDK with its version, e.g. in another language, if not on the vendor's host. */
  src?: string;
}

/**
 * Posts, pages and buttons of Facebook: its SDK turns the elements in the page's markup into them.
 *
 * Frames of www.facebook.com/plugins in the page's markup are withheld by their host. The SDK cannot be stopped,
 * hence the reload. For another language name the `src`.
 *
 * Unverified: names and lives of `fblo_*`, `fbsr_*`.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const facebookEmbed = defineAdapter<FacebookEmbedOptions>({
  vendor: 'facebook-embed',
  storage: [
    { kind: 'cookie', name: 'fblo_*' },
    { kind: 'cookie', name: 'fbsr_*' },
  ],
  setup: ({ src = 'https://connect.facebook.net/en_US/sdk.js#xfbml=1&version=v21.0' }) => ({
    onGrant: ({ loadScript }) =>
      loadScript(src, (script) => {
        script.crossOrigin = 'anonymous';
      }),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Facebook plug-ins', ja: 'Facebook のプラグイン' },
  provider: { en: 'Meta Platforms, Inc.', ja: 'Meta Platforms, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: [
    'connect.facebook.net/en_US/sdk.js',
    'connect.facebook.net/ja_JP/sdk.js',
    'www.facebook.com/plugins',
    'graph.facebook.com',
  ],
  storage: [
    { kind: 'cookie', name: 'fblo_*' },
    { kind: 'cookie', name: 'fbsr_*' },
    { kind: 'cookie', name: 'fr', life: 'P90D', domain: 'facebook.com' },
    { kind: 'cookie', name: 'datr', life: 'P2Y', domain: 'facebook.com' },
    { kind: 'cookie', name: 'sb', life: 'P2Y', domain: 'facebook.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is played or shown, and when, browser and device, IP address',
    ja: '閲覧したページの URL、再生・表示したコンテンツとその日時、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Showing posts', ja: '投稿の表示' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: RELOADED,
  policyUrl: 'https://www.facebook.com/privacy/policy/',
  options: {
    properties: {
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description:
          "URL of the SDK with its version, e.g. in another language, if not on the vendor's host.",
      },
    },
  },
  example: {},
});
