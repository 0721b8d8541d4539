import type { RegimeRule } from './decision.js';

/** Why data is used; the unit a visitor decides on. */
export interface Purpose {
  /** Lower-case letters, digits and dashes, e.g. `"analytics"`. Shared with vendors: no two may be equal. */
  readonly id: string;
  /** Needs no consent: always allowed, has no status, is never asked. @default false */
  readonly exempt?: boolean | undefined;
  /** Browser signals that count as a denial of this purpose. @default [] */
  readonly signals?: readonly 'gpc'[] | undefined;
  /** The notice version that introduced it or last changed it materially; older decisions do not cover it. @default 1 */
  readonly since?: number | undefined;
}

/** A third party that receives data or runs code. */
export interface Vendor {
  /** Lower-case letters, digits and dashes, e.g. `"google-analytics"`. */
  readonly id: string;
  /** The purposes it serves. It is allowed when all of them are, unless the visitor decided on the vendor itself. */
  readonly purposes: readonly string[];
  /** As {@link Purpose.since}. @default 1 */
  readonly since?: number | undefined;
  /**
   * It waits for a yes under every regime: to itself, or to its purposes when it was on the notice. Laws may want that
   * where they let others run unasked. @default false
   */
  readonly askFirst?: boolean | undefined;
}

/** Where and how the consent cookie is kept. */
export interface CookieSettings {
  /** @default "consentry" */
  readonly name?: string;
  /** Set it to share the decision with subdomains, e.g. `"example.com"`. @default this host only */
  readonly domain?: string;
}

/** A site's purposes and vendors, and the rules for deciding on them. */
export interface SiteDefinition {
  readonly purposes: readonly Purpose[];
  readonly vendors: readonly Vendor[];
  /** Version of the notice, a whole number from 1. @default 1 */
  readonly noticeVersion?: number;
  /** @default the strictest: opt-in, grants and denials kept 180 days, GPC denies */
  readonly regime?: Partial<RegimeRule>;
  readonly cookie?: CookieSettings;
}

/** The strictest regime; what is not said otherwise is this. */
export const STRICTEST: RegimeRule = {
  model: 'opt-in',
  grantDays: 180,
  denyDays: 180,
  gpc: 'deny',
};

/**
 * The four-character cookie key of a purpose or vendor id, from its FNV-1a hash. Ids in full would not fit
 * into a small cookie; {@link checkSite} refuses sites where two keys meet.
 */
export function cookieKey(id: string): string {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36).padStart(4, '0').slice(-4);
}
