import type { ConsentSnapshot, ListenableStore } from '@consentry/core';

/** What a page draws a face of its own from: any framework that knows stores can follow one. */
export interface Model<State> {
  /** How things stand; the same object until something changes. */
  get(): State;
  /** Calls `listener` after every change. Returns the way to stop. */
  listen(listener: () => void): () => void;
}

/** Options of the models. */
export interface HeadlessOptions {
  /** Hash of what you show, for the record; goes into every decision made by this model. */
  readonly shown?: string;
}

/** A model of what `$consent` holds; `change` runs what changes something that it does not hold. */
export function createModel<State>(
  $consent: Pick<ListenableStore<ConsentSnapshot>, 'get' | 'listen'>,
  derive: (consent: ConsentSnapshot) => State,
): Model<State> & { readonly change: (run: () => void) => void } {
  const listeners = new Set<() => void>();
  let last: { readonly consent: ConsentSnapshot; readonly state: State } | undefined;
  return {
    get() {
      const consent = $consent.get();
      if (last?.consent !== consent) last = { consent, state: derive(consent) };
      return last.state;
    },
    listen(listener) {
      // Of its own, so that one listener given twice is stopped once for each.
      const own = () => listener();
      listeners.add(own);
      const stop = $consent.listen(own);
      return () => {
        listeners.delete(own);
        stop();
      };
    },
    change(run) {
      run();
      last = undefined;
      for (const listener of [...listeners]) listener();
    },
  };
}
