import { toBase64url } from './base64url.js';
import { canonicalJson } from './canonical-json.js';

/** The SHA-256 of a text's UTF-8 bytes, written `sha256-` and 43 characters of base64url. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${toBase64url(new Uint8Array(digest))}`;
}

/**
 * The hash under which a notice is kept: of the canonical JSON of everything that was on screen (texts,
 * layout, defaults, versions). The same content in another member order has the same hash.
 */
export function hashShown(content: unknown): Promise<string> {
  return sha256(canonicalJson(content));
}
