import type { RegimeRule } from './decision.js';

/** Why data is used; the unit a visitor decides on. */
export interface Purpose {
  /** Lower-case letters, digits and dashes, e.g. `"analytics"`. Shared with vendors: no two may be equal. */
  readonly id: string;
  /** Needs no consent: always allowed, has no status, is never asked. @default false */
  readonly exempt?: boolean;
  /** Browser signals that count as a denial of this purpose. @default [] */
  readonly signals?: readonly 'gpc'[];
  /** The notice version that introduced it or last changed it materially; older decisions do not cover it. @default 1 */
  readonly since?: number;
}

/** A third party that receives data or runs code. */
export interface Vendor {
  /** Lower-case letters, digits and dashes, e.g. `"google-analytics"`. */
  readonly id: string;
  /** The purposes it serves. It is allowed when all of them are, unless the visitor decided on the vendor itself. */
  readonly purposes: readonly string[];
  /** As {@link Purpose.since}. @default 1 */
  readonly since?: number;
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
 * The four-character cookie key of a purpose or vendor id: 24 bits of FNV-1a in base64url.
 * Ids in full would not fit into a small cookie; {@link checkSite} refuses sites where two keys meet.
 */
export function cookieKey(id: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  let key = '';
  for (let shift = 0; shift < 24; shift += 6) key += BASE64URL[(hash >>> shift) & 63];
  return key;
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
