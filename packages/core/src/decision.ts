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
  switch (act) {
    case 'grant':
      return 'granted';
    case 'expire':
      return status === 'granted' ? 'expired' : 'undecided';
    case 'revoke':
      return 'revoked';
    default:
      return status === 'granted' || status === 'withdrawn' ? 'withdrawn' : 'denied';
  }
}

/** What {@link isAllowed} looks at. */
export interface AllowedInput {
  /** Strictly necessary: needs no decision. */
  readonly exempt?: boolean | undefined;
  readonly status: DecisionStatus;
  readonly model: Regime;
  /** A browser signal counts as a denial here, and no later grant overrules it. */
  readonly refusedBySignal: boolean;
}

/** Whether this may run now. The only place that decides it; doubt stays withheld. */
export function isAllowed({ exempt, status, model, refusedBySignal }: AllowedInput): boolean {
  if (exempt) return true;
  if (refusedBySignal) return false;
  if (status === 'granted') return true;
  return model !== 'opt-in' && (status === 'undecided' || status === 'expired');
}

/** A decision as it is stored, for one purpose or vendor. */
export interface StoredDecision {
  /** `inherited`: the vendor was on the notice and follows its purposes. */
  readonly status: 'granted' | 'denied' | 'withdrawn' | 'revoked' | 'inherited';
  /** When it was made, in seconds since 1970, by the visitor's clock. */
  readonly at: number;
  /** Granted while the browser was sending the signal, so the visitor overruled it knowingly. */
  readonly overSignal?: boolean | undefined;
}

const DAY_S = 86_400;
/** Clocks are set back by a little all the time; by more than this, a date in the future is not believed. */
const CLOCK_SLACK_S = 300;

/** The status of a stored decision at `nowS` (seconds): expired, forgotten, or as it was made. */
export function statusAt(stored: StoredDecision, nowS: number, rule: RegimeRule): DecisionStatus {
  const age = nowS - stored.at;
  if (age < -CLOCK_SLACK_S || stored.status === 'inherited') return 'undecided';
  const days = stored.status === 'granted' ? rule.grantDays : rule.denyDays;
  if (stored.status !== 'revoked' && age >= days * DAY_S) return transition(stored.status, 'expire');
  return stored.status;
}
