import { createConsentState, type Purpose, type SiteDefinition, type Vendor } from '@consentry/core';
import { createScriptPolicy } from '@consentry/gate';
import type { createGuard, GuardedVendor, GuardOptions } from '@consentry/gate/guard';
import type { withholdStrictly } from '@consentry/gate/strict';
import { announce } from './announce.js';
import { createFileLoader, type HandOver } from './file-loader.js';
import { createPageApi, type PageApi } from './page-api.js';
import { readPageCookie } from './page-cookie.js';
import { createPageStore } from './page-store.js';
import type { Deciding, ReleasePart, Releasing } from './parts.js';
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
  /** Hash of the file that does the rest. */
  readonly release: string;
  /** Where records go; absent when the site keeps none. */
  readonly endpoint?: string;
}

/** Where the boot was started from. */
export interface BootOrigin {
  /** The element of our script. @default document.currentScript */
  readonly script?: HTMLScriptElement | null;
  /** What the lazily loaded files find. */
  readonly shared?: HandOver['shared'];
}

/**
 * Starts Consentry on this page, synchronously: decisions read, everything withheld, and
 * `window.consentry` in place when it returns. What releases, asks and decides is loaded when there is
 * something to release, to ask or to decide (docs/decisions/0014). A second copy on the page does nothing.
 */
export function boot(config: BootConfig, origin: BootOrigin = {}): void {
  const { script = document.currentScript as HTMLScriptElement | null, shared = {} } = origin;
  const host = window as Window & { consentry?: PageApi | ((api: PageApi) => void)[] };
  const before = host.consentry ?? [];
  const onError = (error: unknown) => console.error('Consentry:', error);
  if (!Array.isArray(before)) {
    onError('here twice');
    return;
  }
  const { id, vendors, endpoint, cookie, guard, stores = [] } = config;
  const nonce = script?.nonce ?? '';
  const policy = createScriptPolicy(window);
  const state = createConsentState(config, {
    now: Date.now,
    readCookie: () => readPageCookie(cookie),
    navigator,
    createStore: (first) => createPageStore(first, onError),
    keyOf: (item) => (item as Purpose & KeyedItem).key,
    onError,
  });
  const guarded = guard?.(state, { vendors, stores, policy, nonce });
  const base = script?.src || document.baseURI;
  const released =
    config.strict?.(state, { vendors, hosts: [new URL(base).host, ...(config.hosts ?? [])] }) ?? state;
  openQueues(config.queues);
  config.openCalls?.();
  const load = createFileLoader(base, shared, (src) => {
    const element = document.createElement('script');
    element.nonce = nonce;
    element.src = policy.createScriptURL(src);
    return element;
  });
  let part: Releasing | undefined;
  const release = async () => {
    const start = await load<ReleasePart>(['release', config.release]);
    part ??= start({ state, released, guard: guarded, policy, nonce, load, site: id, endpoint, onError });
    return part;
  };
  const withDeciding = async <T>(run: (deciding: Deciding) => T): Promise<T | void> => {
    try {
      return await (await release()).withDeciding(run);
    } catch (error) {
      onError(error);
    }
  };
  const api = createPageApi(state, withDeciding, onError);
  host.consentry = api;
  announce('ready', api);
  api.push(...before);

  // The page goes first where it waits for nothing of ours: to ask for a file takes longer than everything above.
  const start = () => release().catch(onError);
  if (
    config.eager ||
    Object.values(state.$consent.get().entries).some(({ status, allowed }) => status && allowed)
  )
    start();
  else setTimeout(start);
}
