const FIRST_DELAY_MS = 2_000;
const MAX_DELAY_MS = 600_000;
/** A server may ask for longer; a timer cannot hold more than 24 days, and tomorrow is soon enough to ask again. */
const MAX_RETRY_AFTER_MS = 86_400_000;

/**
 * Milliseconds to wait after the given number of failures in a row: doubling from two seconds to ten
 * minutes, between half and all of it so that visitors who failed together do not return together.
 */
export function retryDelayMs(failures: number, random: () => number): number {
  const full = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), MAX_DELAY_MS);
  return full * (0.5 + random() / 2);
}

/** Milliseconds that a Retry-After header asks for, in seconds or as a date (RFC 9110 section 10.2.3); 0 if none. */
export function retryAfterMs(header: string | null, nowMs: number): number {
  if (!header) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS);
}
