import { describe, expect, it } from 'vitest';
import { aRecord } from '../../../../test/support/a-record.js';
import { type Act, type ActStatus, actsOf, applyActs } from './act.js';

const CARRIERS = { brevo: ['newsletter', 'opens'], mailbluster: ['newsletter'] };
const NOON = '2026-11-21T12:00:00.000Z';
const act = (status: ActStatus, at: string, number = 1): Act => ({
  connector: 'brevo',
  purpose: 'newsletter',
  status,
  at,
  record: aRecord(number).id,
});
const ALONE = { statusIn: () => undefined };
const standing = (status: ActStatus, at: string, number = 1) => ({
  newsletter: { status, at, record: aRecord(number).id },
});

describe('what a record says that is new', () => {
  it('is nothing while nobody carries the purpose, and an act for each who does', () => {
    const record = aRecord(1, { choices: { newsletter: 'grant' }, statuses: { newsletter: 'granted' } });
    expect(actsOf(record, NOON, {})).toEqual([]);
    const said = { purpose: 'newsletter', status: 'granted', at: record.givenAt, record: record.id };
    expect(actsOf(record, NOON, CARRIERS)).toEqual([
      { connector: 'brevo', ...said },
      { connector: 'mailbluster', ...said },
    ]);
  });

  it('is what was chosen in it, and not the statuses it repeats', () => {
    const statuses = { analytics: 'granted', newsletter: 'granted', opens: 'undecided' } as const;
    expect(actsOf(aRecord(1, { choices: { analytics: 'grant' }, statuses }), NOON, CARRIERS)).toEqual([]);
  });

  it('was said no later than the record arrived, whatever the clock of the visitor', () => {
    const record = aRecord(1, { choices: { opens: 'deny' }, givenAt: '2031-01-01T00:00:00.000Z' });
    expect(actsOf(record, NOON, CARRIERS)).toMatchObject([{ at: NOON, status: 'denied' }]);
  });

  it.each([
    ['grant', 'granted'],
    ['deny', 'denied'],
    ['withdraw', 'withdrawn'],
    ['revoke', 'revoked'],
  ] as const)('calls a %s %s', (choice, status) => {
    expect(actsOf(aRecord(1, { choices: { opens: choice } }), NOON, CARRIERS)[0]?.status).toBe(status);
  });
});

describe('where a person stands', () => {
  it('is what was said last', () => {
    expect(applyActs({}, [act('granted', NOON)], ALONE)).toEqual(standing('granted', NOON));
    const later = '2026-11-21T13:00:00.000Z';
    expect(applyActs(standing('granted', NOON), [act('withdrawn', later, 2)], ALONE)).toEqual(
      standing('withdrawn', later, 2),
    );
  });

  it('does not change by what is known already', () => {
    expect(applyActs(standing('granted', NOON), [act('granted', NOON)], ALONE)).toBeUndefined();
    expect(applyActs({}, [], ALONE)).toBeUndefined();
  });

  it('is not granted by what was said before a refusal and arrives after it', () => {
    expect(
      applyActs(standing('denied', NOON), [act('granted', '2026-11-21T11:00:00.000Z', 2)], ALONE),
    ).toBeUndefined();
  });

  it('is refused by a refusal that arrives, even one whose clock is behind, which does not make it older', () => {
    const behind = act('withdrawn', '2025-01-01T00:00:00.000Z', 2);
    const after = applyActs(standing('granted', NOON), [behind], ALONE);
    expect(after).toEqual(standing('withdrawn', NOON, 2));
    expect(applyActs(after ?? {}, [act('granted', '2026-06-01T00:00:00.000Z', 3)], ALONE)).toBeUndefined();
  });

  it('follows the later of two acts when both were there before the link', () => {
    const old = act('withdrawn', '2025-01-01T00:00:00.000Z', 2);
    expect(applyActs(standing('granted', NOON), [old], { earlier: true, ...ALONE })).toBeUndefined();
    expect(applyActs(standing('granted', NOON), [old], ALONE)).toBeDefined();
  });

  it('is not granted anew by a switch that was left on in the preferences since before a refusal from elsewhere', () => {
    const later = '2026-11-21T13:00:00.000Z';
    const saved = { ...act('granted', later, 3), repeats: aRecord(1).id };
    const known = (status: string) => ({
      statusIn: (id: string) => (id === aRecord(1).id ? status : undefined),
    });
    expect(applyActs(standing('withdrawn', NOON, 2), [saved], known('granted'))).toBeUndefined();
    for (const was of ['withdrawn', 'undecided', 'expired'])
      expect(applyActs(standing('withdrawn', NOON, 2), [saved], known(was))).toEqual(
        standing('granted', later, 3),
      );
    // Where nobody refused, it is a renewal.
    expect(applyActs(standing('granted', NOON, 1), [saved], known('granted'))).toBeDefined();
  });

  it('is asked about by banners and pages by name, so only the preferences can repeat', () => {
    const previous = aRecord(1).id;
    const said = (via: string) =>
      actsOf(aRecord(2, { via, previous, choices: { opens: 'grant' } }), NOON, CARRIERS);
    expect(said('preferences')).toMatchObject([{ repeats: previous }]);
    for (const via of ['banner', 'page', 'embed']) expect(said(via)[0]).not.toHaveProperty('repeats');
  });
});
