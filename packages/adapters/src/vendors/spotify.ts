import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type EmbedOptions, embed } from '../lib/embed.js';
import { EMBED_OPTIONS } from '../lib/embed-options.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { REMOVED } from '../lib/withdrawal.js';

/** Options of {@link spotify}. */
export interface SpotifyOptions extends EmbedOptions {
  /** What is placed, e.g. "album/1A2B3C". */
  uri?: string;
}

/**
 * Players of Spotify.
 *
 * Frames in the page's own markup are withheld by their host and need no option.
 *
 * Unverified: name and life of `sp_t`.
 *
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const spotify = defineAdapter<SpotifyOptions>({
  vendor: 'spotify',
  storage: [],
  setup: ({ uri, ...place }) => embed(`https://open.spotify.com/embed/${uri}`, place, 'Spotify'),
});

export const description = describeVendor({
  name: { en: 'Spotify', ja: 'Spotify' },
  provider: { en: 'Spotify AB', ja: 'Spotify AB' },
  country: 'SE',
  purpose: 'marketing',
  hosts: ['open.spotify.com', 'embed.spotify.com', 'spotifycdn.com', 'scdn.co'],
  storage: [
    { kind: 'cookie', name: 'sp_t', domain: 'spotify.com' },
    { kind: 'cookie', name: 'sp_landing', life: 'P1D', domain: 'spotify.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what is played or shown, and when, an identifier kept in this browser, browser and device, IP address',
    ja: '閲覧したページの URL、再生・表示したコンテンツとその日時、ブラウザーに保存される識別子、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Playing music and podcasts', ja: '音楽・音声コンテンツの再生' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: REMOVED,
  policyUrl: 'https://www.spotify.com/legal/privacy-policy/',
  options: {
    dependencies: { target: ['uri'] },
    properties: {
      uri: {
        type: 'string',
        pattern: '^(album|artist|episode|playlist|show|track)/[A-Za-z0-9]+$',
        description: 'What is placed, e.g. "album/1A2B3C".',
      },
      ...EMBED_OPTIONS,
    },
  },
  example: { uri: 'album/1A2B3C4D5E', target: 'body' },
});
