const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;
const LONGEST_ASKED_MS = 24 * 3_600_000;

/**
 * Milliseconds until the next try after `failures` in a row: 5 seconds, doubled each time, at most a quarter
 * of an hour. Between half and all of that, so that those who failed together do not come back together.
 */
export function backoffMs(failures: number, random: () => number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole * (0.5 + random() / 2));
}

/**
 * The wait a service asks for in `Retry-After`, in milliseconds: seconds or a date (RFC 9110 section
 * 10.2.3). At most a day, whatever it says; nothing when it says nothing that can be read.
 */
export function askedWaitMs(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.min(LONGEST_ASKED_MS, Math.max(0, ms));
}

/** How long a connector is held when it has been in trouble since `since`: as long again, within bounds. */
export function holdMs(kind: 'key' | 'outage', since: number, now: number): number {
  const [shortest, longest] = kind === 'key' ? [60_000, 3_600_000] : [FIRST_MS, 5 * 60_000];
  return Math.min(longest, Math.max(shortest, now - since));
}
