import type { ConsentState } from '@consentry/core';
import type { Gate, StorageItem } from '@consentry/gate';
import type { Adapter, AdapterContext, AdapterHooks } from './define-adapter.js';

/** Options of {@link connectAdapters}. */
export interface ConnectOptions {
  /** Deletes declared storage, e.g. by `removeStorage` of `@consentry/gate`. A reload waits for it. */
  readonly removeStorage: (items: readonly StorageItem[]) => void | Promise<void>;
  /** Called after a withdrawal when a vendor cannot be stopped in this page. @default a reload, a moment later */
  readonly onReloadNeeded?: () => unknown;
  /** Told when an adapter failed; the others go on. @default console.error */
  readonly onError?: (error: unknown) => void;
}

/**
 * Lets adapters follow what is decided: their `onInit` at once, then grant and withdrawal as they come,
 * in this tab or another. Storage of a vendor that is not allowed is deleted now and at every page start: it
 * was left from before a refusal, from a yes that has expired, or from before anybody asked. Returns the way to stop following.
 */
export function connectAdapters(
  state: Pick<ConsentState, '$consent' | 'isAllowed'>,
  gate: Pick<Gate, 'window' | 'loadScript' | 'ran'>,
  adapters: readonly Adapter[],
  options: ConnectOptions,
): () => void {
  const { window, loadScript, ran } = gate;
  const { $consent, isAllowed } = state;
  const {
    removeStorage,
    // Not at once: other tabs hear of it first, and frames that were emptied are empty.
    onReloadNeeded = () => setTimeout(() => window.location.reload(), 99),
    onError = console.error,
  } = options;
  const context: AdapterContext = {
    window: window as AdapterContext['window'],
    document: window.document,
    isAllowed,
    allowed: () =>
      Object.fromEntries(Object.entries($consent.get().entries).map(([id, { allowed }]) => [id, allowed])),
    loadScript,
  };
  const running = new Set<Adapter>();
  /** Calls a hook of every adapter that `when` picks; one that throws does not stop the rest. */
  const call = (hook: keyof AdapterHooks, when: (adapter: Adapter) => unknown) =>
    adapters.filter(when).map((adapter) => {
      try {
        return adapter[hook]?.(context);
      } catch (error) {
        return onError(error);
      }
    });

  const apply = async () => {
    const { unsaved, subject } = $consent.get();
    // Every vendor hears of the decision before the first of them starts.
    call('onChange', ({ vendor }) => subject || isAllowed(vendor));
    call(
      /* @__KEY__ */ 'onGrant',
      (adapter) => isAllowed(adapter.vendor) && !running.has(adapter) && running.add(adapter),
    );
    const answers = call(
      /* @__KEY__ */ 'onWithdraw',
      (adapter) => !isAllowed(adapter.vendor) && running.delete(adapter),
    );
    // Marked scripts of a purpose or vendor that no adapter can stop.
    const stuck = [...ran].some(
      (id) => !isAllowed(id) && !adapters.find(({ vendor }) => vendor === id)?.onWithdraw,
    );
    const storage = unshared(
      adapters.filter(({ vendor }) => !isAllowed(vendor)),
      adapters.filter(({ vendor }) => isAllowed(vendor)),
    );
    try {
      await removeStorage(storage);
    } catch (error) {
      onError(error);
    }
    // A decision the browser did not keep would be forgotten by a reload, and the vendor might start again.
    if ((stuck || answers.includes('reload')) && !unsaved) onReloadNeeded();
  };

  call(/* @__KEY__ */ 'onInit', Boolean);
  apply();
  call(/* @__KEY__ */ 'onStart', Boolean);
  return $consent.listen(() => void apply());
}

/** What some vendors store and others do not, by name or by a pattern that covers it. */
function unshared(some: readonly Adapter[], others: readonly Adapter[]): StorageItem[] {
  const kept = others.flatMap(({ storage }) => storage);
  const covers = (pattern: string, name: string) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  return some
    .flatMap(({ storage }) => storage)
    .filter(({ kind, name }) => !kept.some((item) => item.kind === kind && covers(item.name, name)));
}
