import type { Outbox } from './outbox.js';

/** Whether records wait in the outbox, from this page or one before; then the sender is worth loading. */
export function hasWaiting({ held, key, storage }: Outbox): boolean {
  try {
    return held.size > 0 || Object.keys(storage()).some((name) => name.startsWith(`${key}.`));
  } catch {
    return false; // refused: nothing was kept there
  }
}
