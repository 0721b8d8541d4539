import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { layerOf } from '../lib/google-consent-mode.js';
import { type GoogleOptions, googleVendor } from '../lib/google-destination.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link googleTagManager}. */
export interface GoogleTagManagerOptions extends GoogleOptions {
  /** The container's id, e.g. `"GTM-ABC123"`. */
  containerId: string;
  /** Which environment of the container: what its snippet has as `gtm_auth` and `gtm_preview`. */
  environment?: { readonly auth: string; readonly preview: string };
}

/**
 * A container of Google Tag Manager, with Google Consent Mode v2. The page's `<noscript>` frame of it has to be
 * taken out: without scripts nobody can withhold it. Under `cookieless-pings` the container runs at once, everything
 * denied; tags of others in it heed that only where the container asks them to.
 *
 * A container cannot be unloaded, hence the reload after a withdrawal.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent (read 2026-11-21)
 */
export const googleTagManager = defineAdapter<GoogleTagManagerOptions>({
  vendor: 'google-tag-manager',
  // The container itself stores nothing; what its tags store belongs to them.
  storage: [],
  setup({ containerId, environment, src, ...options }) {
    const { consent } = options;
    const { layerName = 'dataLayer' } = consent;
    const of = environment
      ? `&gtm_auth=${environment.auth}&gtm_preview=${environment.preview}&gtm_cookies_win=x`
      : '';
    return googleVendor(options, (context) => {
      layerOf(context, consent).push({ 'gtm.start': Date.now(), event: 'gtm.js' });
      context.loadScript(
        src ?? `https://www.googletagmanager.com/gtm.js?id=${containerId}&l=${layerName}${of}`,
      );
    });
  },
});

export const description = describeVendor({
  name: { en: 'Google Tag Manager', ja: 'Google タグ マネージャー' },
  provider: { en: 'Google LLC', ja: 'Google LLC' },
  country: 'US',
  purpose: 'functional',
  hosts: ['www.googletagmanager.com/gtm.js', 'www.googletagmanager.com/ns.html'],
  storage: [],
  queue: { name: 'dataLayer', call: 'gtag' },
  tellsGoogle: true,
  information: {
    en: 'URLs of the pages viewed, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Managing and delivering the tags of this site',
    ja: 'サイトで使用するタグの管理・配信',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://policies.google.com/privacy',
  options: {
    required: ['containerId'],
    properties: {
      containerId: {
        type: 'string',
        pattern: '^GTM-[A-Z0-9]+$',
        description: 'Id of the container, e.g. "GTM-ABC123".',
      },
      beforeGrant: {
        enum: ['nothing', 'cookieless-pings'],
        description:
          'What Google gets before a grant; with "cookieless-pings" the container loads at once, everything denied.',
      },
      environment: {
        type: 'object',
        additionalProperties: false,
        required: ['auth', 'preview'],
        properties: {
          auth: { type: 'string', pattern: '^[\\w-]+$' },
          preview: { type: 'string', pattern: '^[\\w-]+$' },
        },
        description: "Environment of the container: gtm_auth and gtm_preview of the environment's snippet.",
      },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of gtm.js, if not on Google's host.",
      },
    },
  },
  example: { containerId: 'GTM-EXAMPLE' },
});
