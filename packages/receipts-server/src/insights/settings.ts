import type { Topic } from './answer.js';

/** What the insights page is told of the site. */
export interface InsightsSettings {
  /** Smallest number that is shown; smaller ones, and what would give them away, are hidden. @default 10 */
  readonly minimum?: number;
  /** Purposes and vendors, in the order they are shown, with their names. @default those that were decided on */
  readonly topics?: readonly Topic[];
  /**
   * Header in which the edge before this server says the visitor's country, e.g. `"CF-IPCountry"`. Only the counters
   * keep it. @default no countries
   */
  readonly countryHeader?: string | undefined;
  /** Whether pages may say that they showed a banner. @default false */
  readonly countShown?: boolean;
}
