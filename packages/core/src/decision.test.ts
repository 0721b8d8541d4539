import { describe, expect, it } from 'vitest';
import { type DecisionStatus, isAllowed, type Regime, statusAt, transition } from './decision.js';
import { STRICTEST } from './site.js';

const STATUSES: DecisionStatus[] = ['undecided', 'granted', 'denied', 'withdrawn', 'expired', 'revoked'];
const DAY_S = 86_400;

describe('transition', () => {
  it('makes every status granted by a grant', () => {
    for (const status of STATUSES) expect(transition(status, 'grant')).toBe('granted');
  });

  it('calls a no to something granted a withdrawal, whichever word the caller used', () => {
    for (const act of ['deny', 'withdraw'] as const) {
      expect(transition('granted', act)).toBe('withdrawn');
      expect(transition('withdrawn', act)).toBe('withdrawn');
      for (const status of ['undecided', 'denied', 'expired', 'revoked'] as const) {
        expect(transition(status, act)).toBe('denied');
      }
    }
  });

  it('lets time end a grant and forget a denial', () => {
    expect(transition('granted', 'expire')).toBe('expired');
    expect(transition('denied', 'expire')).toBe('undecided');
    expect(transition('withdrawn', 'expire')).toBe('undecided');
  });

  it('lets the controller end anything', () => {
    for (const status of STATUSES) expect(transition(status, 'revoke')).toBe('revoked');
  });
});

describe('isAllowed', () => {
  const ask = (status: DecisionStatus, model: Regime, refusedBySignal = false, exempt = false) =>
    isAllowed({ status, model, refusedBySignal, exempt });

  it('allows only a grant where the regime is opt-in', () => {
    expect(STATUSES.filter((status) => ask(status, 'opt-in'))).toEqual(['granted']);
  });

  it('allows what was not refused where the regime is opt-out or notice', () => {
    for (const model of ['opt-out', 'notice'] as const) {
      expect(STATUSES.filter((status) => ask(status, model))).toEqual(['undecided', 'granted', 'expired']);
    }
  });

  it('allows nothing that a browser signal refuses', () => {
    for (const status of STATUSES) {
      for (const model of ['opt-in', 'opt-out', 'notice'] as const)
        expect(ask(status, model, true)).toBe(false);
    }
  });

  it('allows an exempt purpose whatever else is the case', () => {
    for (const status of STATUSES) expect(ask(status, 'opt-in', true, true)).toBe(true);
  });
});

describe('statusAt', () => {
  const rule = { ...STRICTEST, grantDays: 10, denyDays: 5 };

  it('keeps a grant to its last second and no longer', () => {
    const granted = ['g', 1000] as const;
    expect(statusAt(granted, 1000 + 10 * DAY_S - 1, rule)).toBe('granted');
    expect(statusAt(granted, 1000 + 10 * DAY_S, rule)).toBe('expired');
  });

  it('gives denials their own time', () => {
    for (const [letter, status] of [
      ['d', 'denied'],
      ['w', 'withdrawn'],
    ] as const) {
      expect(statusAt([letter, 0], 5 * DAY_S - 1, rule)).toBe(status);
      expect(statusAt([letter, 0], 5 * DAY_S, rule)).toBe('undecided');
    }
  });

  it('never lets time undo a revocation', () => {
    expect(statusAt(['r', 0], 4000 * DAY_S, rule)).toBe('revoked');
  });

  it('does not believe a decision from the future, beyond a clock that is a little off', () => {
    expect(statusAt(['g', 1300], 1000, rule)).toBe('granted');
    expect(statusAt(['s', 1301], 1000, rule)).toBe('undecided');
  });

  it('leaves a vendor that follows its purposes without a status of its own', () => {
    expect(statusAt(['v', 1000], 1000, rule)).toBe('undecided');
  });
});
