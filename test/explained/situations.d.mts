import type { ConsentryConfig } from '@consentry/config';
import type fc from 'fast-check';

/** A visitor of a random site. */
export interface RandomVisitor {
  readonly place: string | undefined;
  readonly told: 'meta' | 'header' | 'script';
  readonly gpc: boolean;
  readonly decisions: Readonly<
    Record<string, 'granted' | 'denied' | 'withdrawn' | 'revoked' | 'granted-despite-signal'>
  >;
  readonly decidedDaysAgo: number;
  readonly noticeVersion: number | undefined;
}

export const configs: fc.Arbitrary<ConsentryConfig>;
export function visitorsOf(config: ConsentryConfig): fc.Arbitrary<RandomVisitor>;
