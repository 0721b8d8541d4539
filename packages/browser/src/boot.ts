import { connectAdapters } from '@consentry/adapters/connect';
import type { Adapter } from '@consentry/adapters/define-adapter';
import {
  createConsentState,
  createTabChannel,
  type Purpose,
  type SiteDefinition,
  type Vendor,
} from '@consentry/core';
import { createGate, type GateOptions } from '@consentry/gate';
import type { GuardedVendor } from '@consentry/gate/guard';
import { announce } from './announce.js';
import { createFileLoader, type HandOver, type LazyFile } from './file-loader.js';
import { followPage } from './follow-page.js';
import { pickLanguage } from './language.js';
import { createPageApi, type PageApi } from './page-api.js';
import { readPageCookie } from './page-cookie.js';
import { createPageStore } from './page-store.js';
import type { DecidePart, Deciding } from './parts.js';
import { storedNames } from './stored-names.js';

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
  readonly adapters: readonly Adapter[];
  /** Withholds what is not marked; absent where the site marks everything. */
  readonly guard?: GateOptions['guard'];
  readonly stores?: GateOptions['stores'];
  /** Hash of the banner's file in each language, the first being the site's default. */
  readonly banners: Readonly<Record<string, string>>;
  /** Hash of the file that takes decisions. */
  readonly decide: string;
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
 * Starts Consentry on this page, synchronously: decisions read, tags withheld, vendors told, and
 * `window.consentry` in place when it returns. A second copy on the page does nothing. While the browser
 * only renders the page ahead there is no visitor yet, so it waits.
 */
export function boot(config: BootConfig, origin: BootOrigin = {}): void {
  const { script = document.currentScript as HTMLScriptElement | null, shared = {} } = origin;
  if ((document as { prerendering?: boolean }).prerendering) {
    const later = () => boot(config, { script, shared });
    document.addEventListener('prerenderingchange', later, { once: true });
    return;
  }
  const host = window as Window & { consentry?: PageApi | ((api: PageApi) => void)[] };
  const before = host.consentry ?? [];
  const onError = (error: unknown) => console.error('Consentry:', error);
  if (!Array.isArray(before)) {
    onError('here twice');
    return;
  }
  const { id, adapters, banners, decide, endpoint, cookie } = config;
  const nonce = script?.nonce ?? '';
  const state = createConsentState(config, {
    now: Date.now,
    readCookie: () => readPageCookie(cookie),
    tabs: createTabChannel(),
    navigator,
    createStore: (first) => createPageStore(first, onError),
    keyOf: (item) => (item as Purpose & KeyedItem).key,
    onError,
  });
  const gate = createGate(state, {
    nonce,
    vendors: config.vendors,
    guard: config.guard,
    onReleased: (element) => announce('released', element),
    onError,
  });
  const load = createFileLoader(script?.src || document.baseURI, shared, gate.createScript);
  const language = pickLanguage(Object.keys(banners), [
    document.documentElement.lang,
    ...navigator.languages,
  ]);

  const banner: LazyFile = [`banner.${language}`, banners[language] as string];
  let started: Deciding | undefined;
  const deciding = async () => {
    const start = await load<DecidePart>(['decide', decide]);
    started ??= start({ state, site: id, endpoint, nonce, load, language, banner, onError });
    return started;
  };
  const withDeciding = <T>(run: (deciding: Deciding) => T) => deciding().then(run).catch(onError);
  const show = () => {
    // Asked for together with what takes its decisions.
    load(banner).catch(onError);
    withDeciding((part) => part.showBanner());
  };
  const openPreferences = (opener?: Element) => void withDeciding((part) => part.openPreferences(opener));

  const api = createPageApi(state, show, openPreferences, withDeciding, onError);
  host.consentry = api;
  connectAdapters(state, gate, adapters, {
    onError,
    removeStorage: async (items) => {
      const names = storedNames();
      // Databases cannot be looked at, so they may always be there.
      if (items.some(({ kind, name }) => kind === 'indexedDB' || names.includes(name.replace('*', '')))) {
        (await deciding()).removeStorage(items);
      }
    },
  });
  followPage(state.refresh, openPreferences);
  announce('ready', api);
  api.push(...before);

  if (state.$consent.get().pending.length > 0) show();
  // Records of earlier pages that have not reached the server.
  else if (storedNames().includes('consentry-outbox.')) withDeciding(() => {});
}
