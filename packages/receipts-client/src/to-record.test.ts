import type { Decision } from '@consentry/core';
import { canonicalJson, parseRecord } from '@consentry/receipts';
import { describe, expect, it } from 'vitest';
import { toRecord } from './to-record.js';

const decision: Decision = {
  id: '01a1fce7-9d80-7000-8000-000000000001',
  subject: 'AAECAwQFBgcICQoLDA0ODw',
  at: Date.UTC(2026, 10, 21, 7),
  noticeVersion: 3,
  model: 'opt-in',
  gpc: false,
  via: 'page',
  choices: { analytics: 'grant' },
  statuses: { analytics: 'granted', marketing: 'undecided' },
};
const source = { site: 'omakase', sdk: '0.1.0' };

/** What goes over the wire. */
const sent = (from: Decision) => JSON.parse(JSON.stringify(toRecord(from, source)));

describe('toRecord', () => {
  it('makes a record the server accepts out of a decision with nothing on screen', () => {
    expect(parseRecord(sent(decision))).toEqual({
      record: {
        schema: 'consentry-record-1',
        id: decision.id,
        subject: decision.subject,
        site: 'omakase',
        notice: { version: 3 },
        regime: 'opt-in',
        via: 'page',
        signals: { gpc: false },
        choices: { analytics: 'grant' },
        statuses: { analytics: 'granted', marketing: 'undecided' },
        givenAt: '2026-11-21T07:00:00.000Z',
        sdk: '0.1.0',
      },
    });
  });

  it('says what was shown, in which language, and which record came before', () => {
    const previous = '01a1fce7-9d80-7000-8000-000000000000';
    const shown = `sha256-${'A'.repeat(43)}`;
    const record = sent({ ...decision, language: 'ja', shown, previous, via: 'banner' });
    expect(parseRecord(record)).toHaveProperty('record');
    expect(record).toMatchObject({ notice: { version: 3, language: 'ja', hash: shown }, previous });
  });

  it('carries nothing that a decision happens to have besides', () => {
    const record = sent({ ...decision, ip: '203.0.113.7', url: 'https://example.com/?q=1' } as Decision);
    expect(JSON.stringify(record)).not.toMatch(/203|example/);
  });

  it('is posted as the text that is signed, in whichever order a site names its purposes', () => {
    const previous = '01a1fce7-9d80-7000-8000-000000000000';
    const shown = `sha256-${'A'.repeat(43)}`;
    const statuses = { marketing: 'denied', a1: 'granted', 'a-b': 'granted', a: 'granted' } as const;
    const choices = { marketing: 'deny', a: 'grant' } as const;
    const record = toRecord(
      { ...decision, statuses, choices, language: 'ja', shown, previous, via: 'banner' },
      source,
    );
    expect(JSON.stringify(record)).toBe(canonicalJson(record));
  });
});
