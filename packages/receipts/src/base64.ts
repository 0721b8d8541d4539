import { fromBase64url, toBase64url } from './base64url.js';

/** Bytes as base64 with padding (RFC 4648 section 4), which C2SP's texts use. */
export function toBase64(bytes: Uint8Array): string {
  const text = toBase64url(bytes).replace(/-/g, '+').replace(/_/g, '/');
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** The bytes of a base64 text, or nothing when it is not the one spelling of them. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = /^[A-Za-z0-9+/]*={0,2}$/.test(text)
    ? fromBase64url(text.replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_'))
    : undefined;
  return bytes && toBase64(bytes) === text ? bytes : undefined;
}
