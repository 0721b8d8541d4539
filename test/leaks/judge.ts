import type { LayerName } from './layers.js';
import type { Category, FiledCase } from './leak-case.js';
import type { Control, Measures } from './measure.js';
import { nothingIn, type Seen, sameAs } from './seen.js';

/** The checks of a case under a layer, in the order of the visitor's story. */
export const CHECKS = ['withheld', 'once', 'silent', 'neutral'] as const;
export type Check = (typeof CHECKS)[number];

/** How a case went in one browser under one layer. */
export interface LayerResult {
  readonly passed: boolean;
  /** What went wrong, by check; absent checks passed or did not apply. */
  readonly faults: Partial<Record<Check, string>>;
  /** Before a decision, the third party saw a request, or kept something. */
  readonly requested: boolean;
  /** Before a decision, its code ran. */
  readonly ran: boolean;
}

/** How a case went in one browser. */
export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly engine: 'chromium' | 'firefox' | 'webkit';
  /** Whether it is about the third party's code. */
  readonly code: boolean;
  /** Why the case cannot be measured in this browser. */
  readonly notApplicable?: string;
  /** Why the case proves nothing: a control run did not do what it is for. */
  readonly invalid?: string;
  /** What kept the case from being measured. */
  readonly broken?: string;
  readonly layers: Partial<Record<LayerName, LayerResult>>;
}

export const judge = {
  /** A case whose technique does not leak by itself, or that nothing can stop, proves nothing. */
  controls({ leak = 'request' }: FiledCase, control: Seen, blocked: Seen): string | undefined {
    const list = control[({ request: 'requested', run: 'ran', stored: 'stored' } as const)[leak]];
    if (!list[0]) return `Without a consent manager nothing leaks: ${inWords(control)}`;
    if (sameAs(blocked, control)) return 'With everything blocked it still arrives.';
    return undefined;
  },

  /** Compares what happened under a layer with what the control run showed. */
  layer(leakCase: FiledCase, { seen: control }: Control, measures: Measures): LayerResult {
    const { before, granted, withdrawn, neutral } = measures;
    const faults: LayerResult['faults'] = {};
    if (!leakCase.neutralOnly) {
      if (!nothingIn(before)) faults.withheld = inWords(before);
      const expected = before.requested[0] ? { ...control, requested: [] } : control;
      if (!granted) faults.once = 'It had leaked before.';
      else if (!sameAs(granted, expected)) faults.once = `${inWords(granted)}, not ${inWords(expected)}`;
      if (!withdrawn) faults.silent = 'It had leaked before.';
      else if (!nothingIn(withdrawn)) faults.silent = inWords(withdrawn);
    }
    if (!sameAs(neutral, control)) faults.neutral = `${inWords(neutral)}, not ${inWords(control)}`;
    return {
      passed: Object.keys(faults).length === 0,
      faults,
      requested: !!before.requested[0] || !!before.stored[0],
      ran: !!before.ran[0],
    };
  },
};

const inWords = (seen: Seen) =>
  (['requested', 'ran', 'stored'] as const)
    .filter((kind) => seen[kind][0])
    .map((kind) => `${kind} ${seen[kind].join(' ')}`)
    .join(', ') || 'nothing';
