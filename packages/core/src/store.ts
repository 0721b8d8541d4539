import { atom, type WritableAtom } from 'nanostores';
import type { DecisionStatus, Regime } from './decision.js';

/** One purpose or vendor as it stands now. */
export interface ConsentEntry {
  /** Absent for an exempt purpose, which nobody decides on. */
  readonly status?: DecisionStatus | undefined;
  /** Whether it may run now. */
  readonly allowed: boolean;
  /** Withheld because the browser sends a signal (GPC) that the visitor has not overruled here. */
  readonly refusedBySignal: boolean;
  /** When the status was decided, in seconds since 1970. */
  readonly decidedAt?: number | undefined;
}

/** Everything that is known about this visitor's decisions, at one moment. */
export interface ConsentSnapshot {
  /** By purpose and vendor id; an object without prototype. */
  readonly entries: Readonly<Record<string, ConsentEntry>>;
  /** Ids that have to be asked: purposes first, then vendors that are new under a decided purpose. */
  readonly pending: readonly string[];
  /** Random reference of this browser; absent before the first decision. */
  readonly subject?: string | undefined;
  /** Time of the latest decision, in seconds since 1970; absent before the first. */
  readonly decidedAt?: number | undefined;
  /** Id of the latest consent record (a UUID); absent before the first. */
  readonly record?: string | undefined;
  readonly model: Regime;
  /** The browser sends Global Privacy Control. */
  readonly gpc: boolean;
  /** The browser refused to keep the latest decision: it holds on this page only. */
  readonly unsaved: boolean;
}

/** The reactive surface: the one place where a store is created. */
export function createConsentStore(first: ConsentSnapshot): WritableAtom<ConsentSnapshot> {
  return atom(first);
}
