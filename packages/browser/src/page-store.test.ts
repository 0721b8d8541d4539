import { describe, expect, it, vi } from 'vitest';
import { createPageStore } from './page-store.js';

describe('the page store', () => {
  it('answers its value, and the new one after a change', () => {
    const store = createPageStore(1, () => {});
    expect(store.get()).toBe(1);
    store.set(2);
    expect(store.get()).toBe(2);
  });

  it('calls a listener after every change until it stops, and not before', () => {
    const store = createPageStore(1, () => {});
    const listener = vi.fn();
    const stop = store.listen(listener);
    expect(listener).not.toHaveBeenCalled();
    store.set(2);
    store.set(2);
    stop();
    store.set(3);
    expect(listener.mock.calls).toEqual([[2], [2]]);
  });

  it('calls the others when one throws, and reports it', () => {
    const errors: unknown[] = [];
    const store = createPageStore(1, (error) => errors.push(error));
    const after = vi.fn();
    store.listen(() => {
      throw new Error('broken');
    });
    store.listen(after);
    expect(() => store.set(2)).not.toThrow();
    expect(after).toHaveBeenCalledWith(2);
    expect(errors).toEqual([new Error('broken')]);
  });

  it('has changed by the time the listeners are called, and passes over one that another has stopped', () => {
    const store = createPageStore(1, () => {});
    const seen: number[] = [];
    const stopped = vi.fn();
    store.listen(() => {
      seen.push(store.get());
      stop();
    });
    const stop = store.listen(stopped);
    store.set(2);
    expect(seen).toEqual([2]);
    expect(stopped).not.toHaveBeenCalled();
  });
});
