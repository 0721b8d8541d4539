import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { type EmbedOptions, embed } from '../lib/embed.js';
import { EMBED_OPTIONS } from '../lib/embed-options.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { REMOVED } from '../lib/withdrawal.js';

/** Options of {@link googleMaps}. */
export interface GoogleMapsOptions extends EmbedOptions {
  /** Address of the map that is placed: the "src" of the code that Google Maps gives for embedding. */
  src?: string;
}

/**
 * Google Maps in a frame.
 *
 * Frames in the page's own markup, and the Maps JavaScript API, are withheld by their host and need no option.
 * Google's fonts, which maps load, are left alone.
 *
 * Unverified: name and life of `NID`.
 *
 * @see npm tarteaucitronjs 1.34.0; npm @c15t/scripts 2.2.0; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const googleMaps = defineAdapter<GoogleMapsOptions>({
  vendor: 'google-maps',
  storage: [],
  setup: ({ src = '', ...place }) => embed(src, place, 'Google Maps'),
});

export const description = describeVendor({
  name: { en: 'Google Maps', ja: 'Google マップ' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'functional',
  hosts: ['maps.googleapis.com', 'maps.gstatic.com', 'www.google.com/maps', 'maps.google.com'],
  storage: [
    { kind: 'cookie', name: 'NID', domain: 'google.com' },
    { kind: 'cookie', name: 'OGPC', life: 'P1M', domain: 'google.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, what part of the map is viewed, browser and device, IP address',
    ja: '閲覧したページの URL、表示した地図の範囲、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Showing maps', ja: '地図の表示' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: REMOVED,
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    dependencies: { target: ['src'] },
    properties: {
      src: {
        type: 'string',
        pattern: '^https://www\\.google\\.com/maps/embed[?/]',
        description:
          'Address of the map that is placed: the "src" of the code that Google Maps gives for embedding.',
      },
      ...EMBED_OPTIONS,
    },
  },
  example: { src: 'https://www.google.com/maps/embed?pb=example', target: 'body' },
});
