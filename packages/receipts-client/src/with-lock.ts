/** Longest wait for another tab. A tab that the browser has frozen keeps its lock and never ends. */
const PATIENCE_MS = 5_000;

/**
 * Runs `run` while no other tab holds the lock, or without it where there are no locks and after five
 * seconds of waiting: sending twice is harmless, not sending is not. `run` must not reject.
 */
export async function withLock(
  locks: LockManager | undefined,
  name: string,
  run: () => Promise<void>,
): Promise<void> {
  if (!locks) return run();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    await locks.request(name, { signal: patience.signal }, () => {
      clearTimeout(timer);
      return run();
    });
  } catch {
    clearTimeout(timer);
    return run();
  }
}
