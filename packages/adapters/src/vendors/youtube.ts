import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type EmbedOptions, embed } from '../lib/embed.js';
import { EMBED_OPTIONS } from '../lib/embed-options.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { REMOVED } from '../lib/withdrawal.js';

/** Options of {@link youtube}. */
export interface YoutubeOptions extends EmbedOptions {
  /** Id of the video that is placed. */
  video?: string;
}

/**
 * YouTube videos. The frame that the adapter places is of the no-cookie host, which sets no cookie before a video
 * is played but stores data of the device all the same.
 *
 * Frames in the page's own markup are withheld by their host and need no option.
 *
 * Unverified: names and lives of `PREF`, `yt-remote-*`, `YtIdbMeta`.
 *
 * @see npm tarteaucitronjs 1.34.0; npm @c15t/scripts 2.2.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const youtube = defineAdapter<YoutubeOptions>({
  vendor: 'youtube',
  storage: [],
  setup: ({ video, ...place }) => embed(`https://www.youtube-nocookie.com/embed/${video}`, place, 'YouTube'),
});

export const description = describeVendor({
  name: { en: 'YouTube', ja: 'YouTube' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['www.youtube.com', 'www.youtube-nocookie.com', 'ytimg.com', 'googlevideo.com', 'ggpht.com'],
  storage: [
    { kind: 'cookie', name: 'VISITOR_INFO1_LIVE', life: 'P6M', domain: 'youtube.com' },
    { kind: 'cookie', name: 'VISITOR_PRIVACY_METADATA', life: 'P6M', domain: 'youtube.com' },
    { kind: 'cookie', name: 'YSC', life: 'session', domain: 'youtube.com' },
    { kind: 'cookie', name: 'PREF', domain: 'youtube.com' },
    { kind: 'localStorage', name: 'yt-remote-*', domain: 'youtube-nocookie.com' },
    { kind: 'indexedDB', name: 'YtIdbMeta', domain: 'youtube-nocookie.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is played or shown, and when, an identifier kept in this browser, browser and device, IP address',
    ja: '閲覧したページの URL、再生・表示したコンテンツとその日時、ブラウザーに保存される識別子、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Showing videos', ja: '動画の表示' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: REMOVED,
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    dependencies: { target: ['video'] },
    properties: {
      video: {
        type: 'string',
        pattern: '^[A-Za-z0-9_-]{11}$',
        description: 'Id of the video that is placed.',
      },
      ...EMBED_OPTIONS,
    },
  },
  example: { video: 'example1234', target: 'body' },
});
