import type { CaseResult, Check } from './judge.js';
import type { LayerName } from './layers.js';

/** Why a case cannot pass. */
export interface KnownLeak {
  readonly layers: readonly LayerName[];
  readonly engines: readonly CaseResult['engine'][];
  /** The checks that fail. Code of a vendor that runs before a grant is never excused unless `runs` is set. */
  readonly checks: readonly Check[];
  readonly runs?: true;
  /** The proof, in a sentence or two. */
  readonly why: string;
}

/** Cases that nothing in the page can stop, by id. One that passes after all is reported, so that the list stays true. */
export const KNOWN_LEAKS: Readonly<Record<string, readonly KnownLeak[]>> = {};
