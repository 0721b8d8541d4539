import type { Count } from './counts.js';

/** A count that differs from what the records say. */
export interface CountDifference {
  readonly day: string;
  /** As `writeKey` writes it, without a country. */
  readonly key: string;
  /** Counted and not erased since. */
  readonly counted: number;
  /** In the records that are there. */
  readonly stored: number;
}

/**
 * Counts of what visitors decided, kept in the transaction that stores a record. They hold nothing about persons and
 * outlive the records: that a record was erased is counted beside, so that both can still be compared.
 */
export interface Counters {
  /** Days with counts, the first and the last; nothing before the first record. */
  readonly span: () => Promise<{ readonly from: string; readonly to: string } | undefined>;
  /** The counts of the days from `from` to `to`, both included. */
  readonly read: (days: { readonly from: string; readonly to: string }) => Promise<Count[]>;
  /** Adds what comes from no record. */
  readonly add: (counts: readonly Count[]) => Promise<void>;
  /** Days that have records or counts, in their order. */
  readonly days: () => Promise<string[]>;
  /**
   * Counts the records of a day anew and compares. With `repair`, a count that differs is written anew; which
   * countries it was from is lost then, since records do not say.
   */
  readonly recount: (what: { readonly day: string; readonly repair: boolean }) => Promise<CountDifference[]>;
}
