import { describe, expect, it } from 'vitest';
import vectors from '../../../../test/vectors/cookie.json' with { type: 'json' };
import { cookieKey } from '../site.js';
import { decodeConsent, encodeConsent, type StoredConsent } from './codec.js';

const CONSENT: StoredConsent = {
  subject: 'AbCdEfGhIjKlMnOpQrSt-_',
  noticeVersion: 12,
  model: 'opt-in',
  record: '019ab2f0-1234-7abc-8def-0123456789ab',
  decisions: new Map([
    [cookieKey('analytics'), { status: 'granted', at: 1_795_000_000 }],
    [cookieKey('marketing'), { status: 'granted', at: 1_795_000_000, overSignal: true }],
    [cookieKey('support'), { status: 'denied', at: 1_794_000_000 }],
    [cookieKey('counter'), { status: 'inherited', at: 1_795_000_000 }],
    [cookieKey('pixel'), { status: 'withdrawn', at: 1_795_000_000 }],
    [cookieKey('chat'), { status: 'revoked', at: 1 }],
  ]),
};

describe('the consent cookie', () => {
  it('comes back as it was written', () => {
    expect(decodeConsent(encodeConsent(CONSENT))).toEqual(CONSENT);
  });

  it('comes back for every regime, and without a record', () => {
    for (const model of ['opt-in', 'opt-out', 'notice'] as const) {
      const consent = { ...CONSENT, model, record: '' };
      expect(decodeConsent(encodeConsent(consent))).toEqual(consent);
    }
  });

  it('stays well under 300 bytes for ten purposes and twenty vendors', () => {
    const decisions = new Map(
      Array.from({ length: 30 }, (_, i) => [
        cookieKey(`some-rather-long-vendor-id-${i}`),
        {
          status: (['granted', 'denied', 'inherited'] as const)[i % 3] ?? 'granted',
          at: 1_795_000_000 - (i % 2) * 9_000_000,
        },
      ]),
    );
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
