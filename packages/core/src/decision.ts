/**
 * Where one purpose or vendor stands for one visitor. Says what was decided, not
 * what may run: for that ask {@link isAllowed}, which also knows the regime.
 *
 * - `undecided`: never asked, dismissed without an answer, or a denial whose quiet period is over
 * - `granted`: yes, and still within the regime's `grantDays`
 * - `denied`: no when asked, never yes before
 * - `withdrawn`: a yes taken back; vendors may have left data behind
 * - `expired`: a yes that outlived `grantDays`; ask again
 * - `revoked`: ended by the controller, not the visitor
 */
export type DecisionStatus = 'undecided' | 'granted' | 'denied' | 'withdrawn' | 'expired' | 'revoked';

/** The acts that move a status. `expire` is time's, `revoke` the controller's, the rest the visitor's. */
export type DecisionAct = 'grant' | 'deny' | 'withdraw' | 'expire' | 'revoke';

/**
 * The rule set in force.
 *
 * - `opt-in`: nothing optional runs before a grant
 * - `opt-out`: runs until denied
 * - `notice`: runs while the visitor is told of it, until the visitor objects (Japan's external-transmission rule)
 */
export type Regime = 'opt-in' | 'opt-out' | 'notice';

/** One regime with its times and its treatment of Global Privacy Control. */
export interface RegimeRule {
  readonly model: Regime;
  /** Days a grant lasts before it is asked again. */
  readonly grantDays: number;
  /** Days of quiet after a denial before it is asked again. */
  readonly denyDays: number;
  /** `deny`: the signal counts as a denial. `inform`: it is recorded and shown, and changes nothing. */
  readonly gpc: 'deny' | 'inform';
}

/** The status after `act`. A denial of something granted is a withdrawal, whatever the caller called it. */
export function transition(status: DecisionStatus, act: DecisionAct): DecisionStatus {
  if (act === 'grant') return 'granted';
  if (act === 'revoke') return 'revoked';
  if (act === 'expire') return status === 'granted' ? 'expired' : 'undecided';
  return status === 'granted' || status === 'withdrawn' ? 'withdrawn' : 'denied';
}

/**
 * Whether this may run now. The only place that decides it; doubt stays withheld.
 *
 * `exempt`: strictly necessary, needs no decision. `refused`: something says no that is not in the status, a
 * browser signal or a denial whose quiet period is over; nothing runs against it.
 */
export function isAllowed(
  exempt: boolean | undefined,
  status: DecisionStatus,
  model: Regime,
  refused: boolean,
): boolean {
  if (exempt) return true;
  if (refused) return false;
  if (status === 'granted') return true;
  return model !== 'opt-in' && (status === 'undecided' || status === 'expired');
}

/**
 * What is stored of one decision: a letter, and when it was made in seconds since 1970.
 *
 * - `g`: granted
 * - `s`: granted while the browser was sending the signal, which the visitor so overruled knowingly
 * - `d`: denied
 * - `w`: withdrawn
 * - `r`: revoked
 * - `v`: a vendor that was on the notice and follows its purposes
 */
export type StoredDecision = readonly [letter: DecisionLetter, at: number];
/** See {@link StoredDecision}. */
export type DecisionLetter = 'g' | 's' | 'd' | 'w' | 'r' | 'v';

const STATUS: Readonly<Record<DecisionLetter, DecisionStatus>> = {
  g: 'granted',
  s: 'granted',
  d: 'denied',
  w: 'withdrawn',
  r: 'revoked',
  v: 'undecided',
};
const DAY_S = 86_400;
/** Clocks are set back by a little all the time; by more than this, a date in the future is not believed. */
export const CLOCK_SLACK_S = 300;

/** The status of a stored decision at `nowS` (seconds): expired, forgotten, or as it was made. */
export function statusAt([letter, at]: StoredDecision, nowS: number, rule: RegimeRule): DecisionStatus {
  const status = STATUS[letter];
  const days = status === 'granted' ? rule.grantDays : rule.denyDays;
  if (nowS - at < -CLOCK_SLACK_S) return 'undecided';
  return status === 'revoked' || nowS - at < days * DAY_S ? status : transition(status, 'expire');
}
