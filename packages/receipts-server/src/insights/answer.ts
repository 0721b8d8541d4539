import type { Interval } from './proportion.js';

/** Days, both included, e.g. `"2026-11-22"`, in UTC. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What figures can be broken down by and narrowed to. */
export type Dimension = 'country' | 'language' | 'layout' | 'version';

/** In the order they are shown. */
export const DIMENSIONS: readonly Dimension[] = ['version', 'language', 'layout', 'country'];

/**
 * Figures of one row. `null` is a number that may not be shown, because it or another that could be worked out from it is
 * smaller than the minimum.
 */
export interface Figures {
  /** Grants and denials. */
  readonly decisions: number | null;
  readonly granted: number | null;
  readonly denied: number | null;
  /** Grants taken back. */
  readonly withdrawn: number | null;
  /** Banners: shown, answered, and left without an answer. All 0 for `shown` means that nobody counts them. */
  readonly shown: number | null;
  readonly answered: number | null;
  readonly ignored: number | null;
}

/** A row of a table: a day, a country, a version … */
export interface InsightsRow extends Figures {
  readonly key: string;
  /** Grants of decisions, with its 95 % interval. */
  readonly rate: Interval | null;
}

/** Whether one rate of grants is larger than another. */
export interface Comparison {
  readonly one: string;
  readonly other: string;
  /** Of `one` minus `other`. */
  readonly difference: Interval;
  /** `unclear` while the interval holds 0. */
  readonly verdict: 'more' | 'less' | 'unclear';
  /** More decisions, of both together, to tell the difference there seems to be, or `delta` if that is larger. */
  readonly needed: number;
  readonly delta: number;
}

/** A purpose or vendor that visitors decide on. */
export interface Topic {
  readonly id: string;
  readonly kind: 'purpose' | 'vendor';
  /** By language. */
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** What became of one topic in the period and in the one before. */
export interface TopicFigures extends Topic {
  readonly now: InsightsRow;
  readonly before: InsightsRow;
  readonly change: Comparison | null;
}

/** A value whose rate differs from that of all others of its dimension. */
export interface Standout {
  readonly dimension: Dimension;
  readonly comparison: Comparison;
}

/** What `GET …/insights/data` answers. */
export interface InsightsAnswer {
  readonly site: string;
  readonly sites: readonly string[];
  readonly minimum: number;
  /** Days with counts. */
  readonly span: Period | null;
  readonly period: Period;
  readonly before: Period;
  /** The topic that everything below `topics` is about. */
  readonly topic: string;
  readonly topics: readonly TopicFigures[];
  readonly total: InsightsRow;
  readonly series: { readonly step: 'day' | 'week' | 'month'; readonly rows: readonly InsightsRow[] };
  readonly by: Readonly<Record<Dimension, readonly InsightsRow[]>>;
  readonly versions: Comparison | null;
  readonly standouts: readonly Standout[];
}

/** What is asked. */
export interface InsightsQuery {
  readonly period: Period;
  readonly site?: string | undefined;
  readonly topic?: string | undefined;
  readonly country?: string | undefined;
  readonly language?: string | undefined;
  readonly layout?: string | undefined;
  readonly version?: number | undefined;
  /** Versions to compare. @default the two latest with enough decisions */
  readonly one?: number | undefined;
  readonly other?: number | undefined;
}
