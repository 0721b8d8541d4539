import { atom } from 'nanostores';
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
  /** Id of the latest consent record (a UUID); absent before the first. */
  readonly record?: string | undefined;
  readonly model: Regime;
  /** The browser sends Global Privacy Control. */
  readonly gpc: boolean;
  /** The browser refused to keep the latest decision: it holds on this page only. */
  readonly unsaved: boolean;
}

/** The least that a store offers to those who only listen. */
export interface ListenableStore<T> {
  get(): T;
  /** Calls `listener` after every change. Returns the way to stop. */
  listen(listener: (value: T) => void): () => void;
}

/** What a manager offers; a nanostores atom is one. */
export interface ReadableStore<T> extends ListenableStore<T> {
  /** As `listen`, and calls at once too. */
  subscribe(listener: (value: T) => void): () => void;
}

/** A store and the way to change it. */
export interface WritableStore<T> extends ListenableStore<T> {
  set(value: T): void;
}

/** The reactive surface: the one place where an atom is created. */
export function createConsentStore(
  first: ConsentSnapshot,
): ReadableStore<ConsentSnapshot> & WritableStore<ConsentSnapshot> {
  return atom(first);
}
