import type { Period } from './answer.js';

const DAY_MS = 86_400_000;
const MOST_DAYS_BY_DAY = 62;
const MOST_DAYS_BY_WEEK = 400;

/** A day some days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days in a period. */
export function lengthOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** The time of the same length before a period. */
export function periodBefore(period: Period): Period {
  return { from: addDays(period.from, -lengthOf(period)), to: addDays(period.from, -1) };
}

/**
 * A period in steps that make a readable chart: days, weeks, or months. Weeks are counted back from the last day, so that
 * the latest is whole; the first step of a period may be shorter.
 */
export function stepsOf(period: Period): {
  readonly step: 'day' | 'week' | 'month';
  readonly steps: readonly Period[];
} {
  const days = lengthOf(period);
  const step = days <= MOST_DAYS_BY_DAY ? 'day' : days <= MOST_DAYS_BY_WEEK ? 'week' : 'month';
  const steps: Period[] = [];
  for (let from = period.from; from <= period.to; ) {
    const end = step === 'day' ? from : step === 'week' ? endOfWeek(from, period.to) : endOfMonth(from);
    const to = [end, period.to].sort()[0] as string;
    steps.push({ from, to });
    from = addDays(to, 1);
  }
  return { step, steps };
}

/** The last day of the week that `day` is in, when `last` ends one. */
function endOfWeek(day: string, last: string): string {
  return addDays(day, (lengthOf({ from: day, to: last }) - 1) % 7);
}

function endOfMonth(day: string): string {
  const date = new Date(day);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}
