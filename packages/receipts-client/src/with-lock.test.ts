import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from './with-lock.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Locks of a browser in which another tab holds everything until the signal gives up. */
const taken = {
  request: (_name: string, { signal }: LockOptions) =>
    new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
} as unknown as LockManager;

/** Locks that nobody else wants. */
const free = {
  request: (_name: string, _options: LockOptions, run: () => Promise<void>) => run(),
} as unknown as LockManager;

describe('withLock', () => {
  it('runs at once where the browser has no locks', async () => {
    const run = vi.fn(async () => {});
    await withLock(undefined, 'outbox', run);
    expect(run).toHaveBeenCalledOnce();
  });

  it('runs once when the lock is free', async () => {
    const run = vi.fn(async () => {});
    await withLock(free, 'outbox', run);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledOnce();
  });

  it('waits for another tab, but not for ever', async () => {
    const run = vi.fn(async () => {});
    const done = withLock(taken, 'outbox', run);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(run).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await done;
    expect(run).toHaveBeenCalledOnce();
  });
});
