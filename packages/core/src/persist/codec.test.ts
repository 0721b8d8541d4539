import { describe, expect, it } from 'vitest';
import vectors from '../../../../test/vectors/cookie.json' with { type: 'json' };
import type { StoredDecision } from '../decision.js';
import { cookieKey } from '../site.js';
import { decodeConsent, encodeConsent, type StoredConsent } from './codec.js';

const CONSENT: StoredConsent = {
  subject: 'AbCdEfGhIjKlMnOpQrSt-_',
  noticeVersion: 12,
  model: 'i',
  record: '019ab2f0-1234-7abc-8def-0123456789ab',
  decisions: new Map([
    [cookieKey('analytics'), ['g', 1_795_000_000]],
    [cookieKey('marketing'), ['s', 1_795_000_000]],
    [cookieKey('support'), ['d', 1_794_000_000]],
    [cookieKey('counter'), ['v', 1_795_000_000]],
    [cookieKey('pixel'), ['w', 1_795_000_000]],
    [cookieKey('chat'), ['r', 1]],
  ]),
};

describe('the consent cookie', () => {
  it('comes back as it was written', () => {
    expect(decodeConsent(encodeConsent(CONSENT))).toEqual(CONSENT);
  });

  it('comes back for every regime, and without a record', () => {
    for (const model of ['i', 'o', 'n']) {
      const consent = { ...CONSENT, model, record: '' };
      expect(decodeConsent(encodeConsent(consent))).toEqual(consent);
    }
  });

  it('stays well under 300 bytes for ten purposes and twenty vendors', () => {
    const decisions = new Map<string, StoredDecision>();
    for (let i = 0; i < 30; i++) {
      const letter = (['g', 'd', 'v'] as const)[i % 3] ?? 'g';
      decisions.set(cookieKey(`some-rather-long-vendor-id-${i}`), [
        letter,
        1_795_000_000 - (i % 2) * 9_000_000,
      ]);
    }
    const text = encodeConsent({ ...CONSENT, decisions });
    expect(decodeConsent(text)?.decisions).toEqual(decisions);
    expect(text.length).toBeLessThan(270);
  });

  it('needs no escaping in a cookie', () => {
    expect(encodeConsent(CONSENT)).toMatch(/^[\w.~-]+$/);
  });

  it.each(vectors.good)(
    'reads the frozen vector $name',
    ({ text, noticeVersion, model, subject, record, decisions }) => {
      expect(decodeConsent(text)).toEqual({
        noticeVersion,
        model,
        subject,
        record,
        decisions: new Map(Object.entries(decisions)),
      });
      expect(encodeConsent(decodeConsent(text) as StoredConsent)).toBe(text);
    },
  );

  it.each(vectors.bad)('reads nothing from $name', ({ text }) => {
    expect(decodeConsent(text)).toBeUndefined();
  });

  it('never throws and never grants more for any one changed character', () => {
    const text = encodeConsent(CONSENT);
    for (let i = 0; i < text.length; i++) {
      for (const character of ['', '.', '~', 'g', 'Z', '0', '%', '\u0000']) {
        const read = decodeConsent(text.slice(0, i) + character + text.slice(i + 1));
        // Either unreadable or of the same shape; keys and letters carry no checksum, ids that nobody has are ignored.
        if (read) expect(read.subject).toHaveLength(22);
      }
    }
  });
});
