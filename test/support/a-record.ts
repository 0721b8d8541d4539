import type { ConsentRecord } from '@consentry/receipts';

/** A valid consent record with `changes`. Records with different numbers differ in id and subject. */
export function aRecord(number = 1, changes: Partial<ConsentRecord> = {}): ConsentRecord {
  const hex = number.toString(16).padStart(12, '0');
  return {
    schema: 'consentry-record-1',
    id: `01a1fce7-9d80-7000-8000-${hex}`,
    subject: `subject${hex}abc`,
    site: 'omakase',
    notice: { version: 3, language: 'ja' },
    regime: 'opt-in',
    via: 'banner',
    signals: { gpc: false },
    choices: { analytics: 'grant' },
    statuses: { analytics: 'granted', marketing: 'undecided' },
    givenAt: '2026-11-21T07:00:00.000Z',
    sdk: '0.1.0',
    ...changes,
  };
}
