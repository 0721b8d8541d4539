import type { ConsentManager } from '@consentry/core';
import type { Gate, StorageItem } from '@consentry/gate';
import type { Adapter, AdapterContext } from './define-adapter.js';

/** Options of {@link connectAdapters}. */
export interface ConnectOptions {
  /** @default window */
  readonly window?: Window;
  /** Deletes a vendor's declared storage; pass `removeStorage` of `@consentry/gate`. */
  readonly removeStorage: (window: Window, items: readonly StorageItem[]) => void;
  /** Called after a withdrawal when a vendor cannot be stopped in this page. @default location.reload */
  readonly onReloadNeeded?: () => void;
  /** Told when an adapter failed; the others go on. @default console.error */
  readonly onError?: (error: unknown) => void;
}

/**
 * Lets adapters follow a consent manager: their `onInit` at once, then grant and withdrawal as they come,
 * in this tab or another. Storage of a vendor that was refused is deleted at every page start, because
 * vendors leave it behind. Returns the way to stop following.
 */
export function connectAdapters(
  manager: ConsentManager,
  gate: Pick<Gate, 'loadScript' | 'hasRun'>,
  adapters: readonly Adapter[],
  options: ConnectOptions,
): () => void {
  const {
    window = globalThis.window,
    removeStorage,
    onReloadNeeded = () => window.location.reload(),
    onError = (error) => console.error(error),
  } = options;
  const context: AdapterContext = {
    window: window as AdapterContext['window'],
    document: window.document,
    isAllowed: manager.isAllowed,
    loadScript: gate.loadScript,
  };
  const running = new Set<string>();
  const attempt = <T>(run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      onError(error);
      return undefined;
    }
  };
  const decided = (vendor: string) => !['undecided', undefined].includes(manager.status(vendor));

  const apply = () => {
    const before = new Set(running);
    for (const { id } of manager.site.vendors) {
      if (manager.isAllowed(id)) running.add(id);
      else running.delete(id);
    }
    const ended = [...before].filter((id) => !running.has(id));
    let reload = false;
    // Every vendor hears of the decision before the first of them starts.
    for (const adapter of adapters) attempt(() => adapter.onChange?.(context));
    for (const adapter of adapters) {
      const { vendor } = adapter;
      if (running.has(vendor) && !before.has(vendor)) attempt(() => adapter.onGrant?.(context));
      if (!running.has(vendor) && before.has(vendor)) {
        if (attempt(() => adapter.onWithdraw?.(context)) === 'reload') reload = true;
        removeStorage(window, adapter.storage);
      }
    }
    // Marked scripts of a vendor, or of its purpose, that no adapter can stop.
    const stoppable = new Set(adapters.filter(({ onWithdraw }) => onWithdraw).map(({ vendor }) => vendor));
    const purposes = manager.site.purposes.filter(({ id }) => !manager.isAllowed(id)).map(({ id }) => id);
    if ([...ended, ...purposes].some((id) => !stoppable.has(id) && gate.hasRun(id))) reload = true;
    // A decision the browser did not keep would be forgotten by a reload, and the vendor might start again.
    if (reload && !manager.$consent.get().unsaved) onReloadNeeded();
  };

  for (const adapter of adapters) attempt(() => adapter.onInit?.(context));
  for (const { vendor, storage } of adapters) {
    if (!manager.isAllowed(vendor) && decided(vendor)) removeStorage(window, storage);
  }
  const hasHistory = manager.$consent.get().subject !== undefined;
  if (hasHistory || manager.site.vendors.some(({ id }) => manager.isAllowed(id))) apply();
  return manager.$consent.listen(apply);
}
