import { CommandError } from '../command-error.js';

/** What a visitor may have decided on something, as it is written on the command line. */
export const SAID = ['granted', 'denied', 'withdrawn', 'revoked', 'granted-despite-signal'] as const;
/** See {@link SAID}. */
export type Said = (typeof SAID)[number];

/** One visitor, as far as it matters for what may run. */
export interface Situation {
  /** Where the page was told the visitor is; any text, as a page may be told any. Absent: nowhere. */
  readonly place?: string | undefined;
  /** The browser sends Global Privacy Control. */
  readonly gpc?: boolean;
  /** By purpose or vendor id. */
  readonly decisions?: Readonly<Record<string, Said>>;
  /** Whole or broken days since they were made. @default 0 */
  readonly decidedDaysAgo?: number;
  /** Version of the notice that they were made under. @default the one now in force */
  readonly noticeVersion?: number | undefined;
}

/** The options of the command line that describe a visitor. */
export interface SituationOptions {
  readonly place?: string | undefined;
  readonly signals: readonly string[];
  readonly decisions: readonly string[];
  readonly decidedDaysAgo: number;
  readonly noticeVersion?: number | undefined;
}

/** Reads them. Throws a {@link CommandError} that says what was not understood. */
export function parseSituation(options: SituationOptions, known: readonly string[]): Situation {
  const { place, signals, decidedDaysAgo, noticeVersion } = options;
  for (const signal of signals)
    if (signal !== 'gpc') throw new CommandError(`--signal: is "${signal}"; there is only gpc.`, 2);
  const decisions: Record<string, Said> = {};
  for (const text of options.decisions.flatMap((list) => list.split(','))) {
    const [id = '', said = ''] = text.split('=');
    if (!known.includes(id))
      throw new CommandError(`--decision: nobody decides on "${id}"; there are ${known.join(', ')}.`, 2);
    if (!(SAID as readonly string[]).includes(said))
      throw new CommandError(`--decision: "${text}" needs to be ${id}= and one of ${SAID.join(', ')}.`, 2);
    decisions[id] = said as Said;
  }
  return {
    place: place?.trim().toUpperCase() || undefined,
    gpc: signals.includes('gpc'),
    decisions,
    decidedDaysAgo,
    noticeVersion,
  };
}
