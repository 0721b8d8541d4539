import type { SiteConfig, SiteVendor } from './site-config.js';

/**
 * Whether a vendor waits for a yes where others run unasked: because the config says so, or its data goes abroad by consent
 * (Japan's APPI, Art. 28). Under a single rule that asks first it makes no difference, and is not said to visitors.
 */
export function isAskedFirst(
  { regime: { model = 'opt-in', byPlace } = {} }: SiteConfig,
  { askFirst, transfer }: SiteVendor,
): boolean {
  return (model !== 'opt-in' || byPlace === true) && (askFirst ?? transfer?.basis === 'consent');
}
