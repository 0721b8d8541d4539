import type { Adapter, AdapterContext } from './define-adapter.js';

type Call = ArrayLike<unknown>;

/**
 * Lets adapters begin as if the boot had made nothing for them: what the page has called of `names` since is taken away
 * before the first of them, and called again after the last, behind what each vendor has to hear first.
 */
export function withEarlyCalls(names: readonly string[], adapters: readonly Adapter[]): Adapter[] {
  const early: [name: string, calls: readonly Call[]][] = [];
  const take = ({ window }: AdapterContext) => {
    for (const name of names) {
      const made = window[name] as Call[] | { readonly early?: readonly Call[] } | undefined;
      if (Array.isArray(made)) early.push([name, made.splice(0)]);
      else if (made?.early) {
        early.push([name, made.early]);
        delete window[name];
      }
    }
  };
  const giveBack = ({ window }: AdapterContext) => {
    for (const [name, calls] of early) {
      const made = window[name] as Call[] | ((...call: unknown[]) => void) | undefined;
      if (Array.isArray(made)) made.push(...calls);
      else for (const call of calls) made?.(...Array.from(call));
    }
  };
  const nobody = { vendor: '', storage: [] };
  return [{ ...nobody, onInit: take }, ...adapters, { ...nobody, onInit: giveBack }];
}
