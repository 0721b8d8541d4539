import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type EmbedOptions, embed } from '../lib/embed.js';
import { EMBED_OPTIONS } from '../lib/embed-options.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { REMOVED } from '../lib/withdrawal.js';

/** Options of {@link vimeo}. */
export interface VimeoOptions extends EmbedOptions {
  /** Number of the video that is placed. */
  video?: string;
}

/**
 * Vimeo videos. The frame that the adapter places carries `dnt=1`, with which the player sets no cookies for
 * statistics.
 *
 * Frames in the page's own markup are withheld by their host and need no option.
 *
 * Unverified: names and lives of `vuid`, `player`, `_cfuvid`.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const vimeo = defineAdapter<VimeoOptions>({
  vendor: 'vimeo',
  storage: [],
  setup: ({ video, ...place }) => embed(`https://player.vimeo.com/video/${video}?dnt=1`, place, 'Vimeo'),
});

export const description = describeVendor({
  name: { en: 'Vimeo', ja: 'Vimeo' },
  provider: { en: 'Vimeo.com, Inc.', ja: 'Vimeo.com, Inc.' },
  country: 'US',
  purpose: 'functional',
  hosts: ['player.vimeo.com', 'vimeocdn.com'],
  storage: [
    { kind: 'cookie', name: 'vuid', domain: 'vimeo.com' },
    { kind: 'cookie', name: 'player', domain: 'vimeo.com' },
    { kind: 'cookie', name: '__cf_bm', life: 'PT30M', domain: 'vimeo.com' },
    { kind: 'cookie', name: '_cfuvid', domain: 'vimeo.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is played or shown, and when, browser and device, IP address',
    ja: '閲覧したページの URL、再生・表示したコンテンツとその日時、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Showing videos', ja: '動画の表示' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: REMOVED,
  policyUrl: 'https://vimeo.com/privacy',
  options: {
    dependencies: { target: ['video'] },
    properties: {
      video: { type: 'string', pattern: '^[0-9]+$', description: 'Number of the video that is placed.' },
      ...EMBED_OPTIONS,
    },
  },
  example: { video: '123456789', target: 'body' },
});
