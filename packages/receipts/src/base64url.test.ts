import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.js';

describe('base64url', () => {
  it('gives back the bytes it was given', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + 251) % 256);
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }
  });

  it('writes neither padding nor the characters that URLs treat specially', () => {
    expect(toBase64url(Uint8Array.of(251, 255, 254, 1))).toBe('-__-AQ');
  });

  it.each([
    ['padding', 'AQ=='],
    ['another alphabet', '+//+'],
    ['a length no bytes have', 'AQABA'],
    ['stray bits in the last character', 'AR'],
  ])('refuses %s', (_, text) => {
    expect(fromBase64url(text)).toBeUndefined();
  });
});
