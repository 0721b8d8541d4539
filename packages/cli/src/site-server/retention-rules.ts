import type { RetentionRules } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import { readNumber } from '../command-line/read-values.js';

/** A choice may be disputed for three years after it has ended. */
const CLAIM_DAYS = 3 * 365;
const REGIMES = ['opt-in', 'opt-out', 'notice'] as const;
const OPTION = '--retain-days';

/**
 * How long records are kept, as the command line says it: days for all regimes, e.g. `"1275"`, or by regime, e.g.
 * `"opt-in=1275,notice=400"`. A {@link CommandError} for anything else.
 */
export function readRetention(text: string): number | RetentionRules {
  if (!text.includes('=')) return readNumber(OPTION, text, 0);
  const rules: Partial<Record<(typeof REGIMES)[number], number>> = {};
  for (const part of text.split(',')) {
    const [name = '', days] = part.split('=').map((each) => each.trim());
    const regime = REGIMES.find((each) => each === name);
    if (!regime || !days || rules[regime] !== undefined)
      throw new CommandError(
        `${OPTION}: has "${part.trim()}"; expected ${REGIMES.join(', ')} each once at most, with days, e.g. opt-in=1275,notice=400.`,
        2,
      );
    rules[regime] = readNumber(`${OPTION} ${regime}`, days, 0);
  }
  return rules;
}

/**
 * The days for every regime. What is not said is kept for as long as a choice lives (`lifeDays`), and three years.
 * Reports where a choice would count longer than its proof is kept.
 */
export function retentionRules(
  asked: number | RetentionRules | undefined,
  lifeDays: number,
  report: (message: string) => void,
): Required<RetentionRules> {
  const byRegime = typeof asked === 'object' ? asked : {};
  const otherwise = typeof asked === 'number' ? asked : lifeDays + CLAIM_DAYS;
  const rules = { 'opt-in': otherwise, 'opt-out': otherwise, notice: otherwise, ...byRegime };
  for (const regime of REGIMES)
    if (rules[regime] > 0 && rules[regime] < lifeDays)
      report(
        `Records under "${regime}" are deleted after ${rules[regime]} days, and a choice counts for up to ${lifeDays}: then nothing proves it. Use ${OPTION} ${regime}=${lifeDays} or more.`,
      );
  return rules;
}
