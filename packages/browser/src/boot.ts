import { createConsentState, type Purpose, type SiteDefinition, type Vendor } from '@consentry/core';
import { createScriptPolicy } from '@consentry/gate';
import type { createGuard, GuardedVendor, GuardOptions } from '@consentry/gate/guard';
import type { withholdStrictly } from '@consentry/gate/strict';
import { announce } from './announce.js';
import { createFileLoader, type LazyFiles } from './file-loader.js';
import { createPageApi, type PageApi } from './page-api.js';
import { readPageCookie } from './page-cookie.js';
import { createPageStore } from './page-store.js';
import type { Deciding, PageHost, Releasing, Shared } from './parts.js';
import { type OpenCalls, openQueues, type Queue } from './vendor-queues.js';

/** A purpose or vendor whose key in the cookie was computed by the build. */
export interface KeyedItem {
  readonly key: string;
}

/** A site's definition as builds have it. */
export interface KeyedDefinition extends SiteDefinition {
  readonly purposes: readonly (Purpose & KeyedItem)[];
  readonly vendors: readonly (Vendor & KeyedItem & GuardedVendor)[];
}

/** Everything a site's script is made of. */
export interface BootConfig extends KeyedDefinition {
  /** The site's id, written into its records. */
  readonly id: string;
  /** Withholds what is not marked; absent where the site marks everything. */
  readonly guard?: typeof createGuard;
  readonly stores?: GuardOptions['stores'];
  /** Puts a policy on the page besides; absent where the guard stands alone. */
  readonly strict?: typeof withholdStrictly;
  /** For the policy: hosts of no vendor that the pages need. */
  readonly hosts?: readonly string[];
  readonly queues: readonly Queue[];
  /** Makes what else the pages call of vendors that are not there yet. */
  readonly openCalls?: OpenCalls;
  /** A vendor of this site loads before anybody has decided. */
  readonly eager?: boolean;
  /** The files that release and ask. */
  readonly files: LazyFiles;
  /** The element of our script. @default document.currentScript */
  readonly script?: HTMLScriptElement | null;
  /** What the lazily loaded files find. */
  readonly shared?: Shared;
  /** Where records go; absent when the site keeps none. */
  readonly endpoint?: string;
}

/**
 * Starts Consentry on this page, synchronously: decisions read, everything withheld, and
 * `window.consentry` in place when it returns. What asks is loaded where there is something to ask, and what releases
 * after it (docs/decisions/0014, 0021). A second copy on the page does nothing.
 */
export function boot(config: BootConfig): void {
  const script = config.script ?? (document.currentScript as HTMLScriptElement | null);
  const page = window as Window & { consentry?: PageApi | ((api: PageApi) => void)[] };
  const before = page.consentry ?? [];
  const onError = (error: unknown) => console.error('Consentry:', error);
  if (!Array.isArray(before)) {
    onError('here twice');
    return;
  }
  const nonce = script?.nonce ?? '';
  const policy = createScriptPolicy(window);
  const state = createConsentState(config, {
    now: Date.now,
    readCookie: () => readPageCookie(config.cookie),
    navigator,
    createStore: (first) => createPageStore(first, onError),
    keyOf: (item) => (item as Purpose & KeyedItem).key,
    onError,
  });
  const base = script?.src || document.baseURI;
  const about = { ...config, base, nonce, policy };
  const guard = config.guard?.(state, about);
  const released = config.strict?.(state, about) ?? state;
  openQueues(config.queues);
  config.openCalls?.();
  const withDeciding = <T>(run: (deciding: Deciding) => T): Promise<T | void> =>
    host
      .load<Releasing>('release')
      .then((part) => part.withDeciding(run))
      .catch(onError);
  const host: PageHost = {
    shared: {},
    ...about,
    state,
    released,
    guard,
    onError,
    withDeciding,
    load: createFileLoader(() => host),
  };
  const api = createPageApi(state, withDeciding, onError);
  page.consentry = api;
  announce('ready', api);
  api.push(...before);

  const { entries, pending } = state.$consent.get();
  const load = (file: string) => void host.load(file).catch(onError);
  // The page goes first where it waits for nothing of ours: to ask for a file takes longer than everything above.
  if (config.eager || Object.values(entries).some(({ status, allowed }) => status && allowed))
    load('release');
  // Whoever is asked gets the banner first; it loads the rest.
  else setTimeout(load, 0, pending[0] ? 'banner' : 'release');
}
