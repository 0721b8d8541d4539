import { guarded, type WritableStore } from '@consentry/core';

/**
 * The store of the boot, without nanostores: an atom can do more than a page view needs
 * (docs/decisions/0003). Every listener is called, whatever another one throws.
 */
export function createPageStore<T>(value: T, onError: (error: unknown) => void): WritableStore<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      value = next;
      // Those that are stopped by another meanwhile are passed over by the iteration.
      for (const listener of listeners) guarded(() => listener(next), onError);
    },
  };
}
