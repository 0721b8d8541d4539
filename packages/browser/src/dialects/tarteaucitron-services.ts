import { guarded } from '@consentry/core';
import { reloadPage } from '@consentry/gate';
import { idsOn } from '@consentry/gate/dialect';
import type { PeerPage } from './peer.js';

/** A service that a page has made itself. */
interface OwnService {
  readonly js?: () => void;
  readonly fallback?: () => void;
}

/**
 * What pages of tarteaucitron call: each service that they have made themselves runs once, when it is started and allowed,
 * and its fallback until then. After a withdrawal there is a new page, since what has run cannot be taken back.
 */
export function openServices({ state, idsOf, policy, nonce, onError }: PeerPage): void {
  const services: Record<string, OwnService | undefined> = {};
  const started = new Set<string>();
  /** Whether each was last run, or its fallback. */
  const told = new Map<string, boolean>();
  const isAllowed = (name: string) => {
    const ids = idsOn([name], { idsOf });
    return !!ids[0] && ids.every(state.isAllowed);
  };
  const settle = () => {
    // Services look for their elements when they run.
    if (document.readyState === 'loading') return;
    for (const name of started) {
      const allowed = isAllowed(name);
      const before = told.get(name);
      const service = Object.hasOwn(services, name) ? services[name] : undefined;
      if (!service || before === allowed) continue;
      told.set(name, allowed);
      if (!before) guarded(() => (allowed ? service.js : service.fallback)?.call(service), onError);
      // Not at once: other tabs hear of it first. A decision that was not kept would be forgotten by it.
      else if (!state.$consent.get().unsaved) setTimeout(() => reloadPage(window), 99);
    }
  };
  const job = {
    push(...names: string[]) {
      for (const name of names) started.add(name);
      settle();
      return started.size;
    },
  };
  const addScript = (src: string, id?: string, callback?: () => void) => {
    const script = document.createElement('script');
    if (id) script.id = id;
    script.nonce = nonce;
    script.src = policy.createScriptURL(src);
    if (callback) script.addEventListener('load', callback);
    document.head.append(script);
  };
  const page = window as unknown as {
    tarteaucitron?: object;
    consentry?: { showPreferences(): Promise<void> };
  };
  page.tarteaucitron = {
    ...{ services, job, user: {}, init() {}, addScript },
    userInterface: { openPanel: () => void page.consentry?.showPreferences() },
  };
  document.addEventListener('DOMContentLoaded', settle, { once: true });
  state.$consent.listen(settle);
}
