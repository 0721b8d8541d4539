import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type EmbedOptions, embed } from '../lib/embed.js';
import { EMBED_OPTIONS } from '../lib/embed-options.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { REMOVED } from '../lib/withdrawal.js';

/** Options of {@link soundcloud}. */
export interface SoundcloudOptions extends EmbedOptions {
  /** Address of what is placed, e.g. "https://api.soundcloud.com/tracks/123". */
  track?: string;
}

/**
 * Players of SoundCloud.
 *
 * Frames in the page's own markup are withheld by their host and need no option.
 *
 * Unverified: names and lives of `sc_anonymous_id`, `sclocale`.
 *
 * @see npm tarteaucitronjs 1.34.0; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const soundcloud = defineAdapter<SoundcloudOptions>({
  vendor: 'soundcloud',
  storage: [],
  setup: ({ track = '', ...place }) =>
    embed(`https://w.soundcloud.com/player/?url=${encodeURIComponent(track)}`, place, 'SoundCloud'),
});

export const description = describeVendor({
  name: { en: 'SoundCloud', ja: 'SoundCloud' },
  provider: { en: 'SoundCloud Global Limited & Co. KG', ja: 'SoundCloud Global Limited & Co. KG' },
  country: 'DE',
  purpose: 'marketing',
  hosts: ['w.soundcloud.com', 'api.soundcloud.com', 'sndcdn.com'],
  storage: [
    { kind: 'cookie', name: 'sc_anonymous_id', domain: 'soundcloud.com' },
    { kind: 'cookie', name: 'sclocale', domain: 'soundcloud.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is played or shown, and when, an identifier kept in this browser, browser and device, IP address',
    ja: '閲覧したページの URL、再生・表示したコンテンツとその日時、ブラウザーに保存される識別子、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Playing music and podcasts', ja: '音楽・音声コンテンツの再生' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: REMOVED,
  policyUrl: 'https://soundcloud.com/pages/privacy',
  options: {
    dependencies: { target: ['track'] },
    properties: {
      track: {
        type: 'string',
        pattern: '^https://',
        description: 'Address of what is placed, e.g. "https://api.soundcloud.com/tracks/123".',
      },
      ...EMBED_OPTIONS,
    },
  },
  example: { track: 'https://api.soundcloud.com/tracks/123456', target: 'body' },
});
