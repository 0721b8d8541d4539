import { connectAdapters } from '@consentry/adapters/connect';
import type { Adapter } from '@consentry/adapters/define-adapter';
import { createTrustedConsentManager, type SiteDefinition } from '@consentry/core';
import { createGate, removeStorage } from '@consentry/gate';
import { createOutbox, hasWaiting, recordDecision } from '@consentry/receipts-client';
import { createFileLoader, type HandOver, type LazyFile } from './file-loader.js';
import { followPage } from './follow-page.js';
import { pickLanguage } from './language.js';
import { createPageApi, type PageApi } from './page-api.js';
import { createPageCookie } from './page-cookie.js';
import type { BannerPart, PreferencesPart, ReceiptsPart } from './parts.js';
import { VERSION } from './version.js';

/** The widget's files in one language. */
export interface LanguageFiles {
  readonly banner: LazyFile;
  readonly preferences: LazyFile;
}

/** Everything a site's script is made of. */
export interface BootConfig {
  /** The site's id, written into its records. */
  readonly id: string;
  readonly definition: SiteDefinition;
  readonly adapters: readonly Adapter[];
  /** The first language is the site's default. */
  readonly languages: Readonly<Record<string, LanguageFiles>>;
  /** Where records go, and the file that sends them; absent when the site keeps none. */
  readonly receipts?: { readonly endpoint: string; readonly file: LazyFile };
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
  const before = host.consentry;
  const onError = (error: unknown) => console.error('Consentry:', error);
  if (before && !Array.isArray(before)) {
    onError('on this page twice; the first one stays.');
    return;
  }

  const announce = (event: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`consentry:${event}`, { detail }));
  const nonce = script?.nonce ?? '';
  const manager = createTrustedConsentManager(config.definition, {
    cookies: createPageCookie(config.definition.cookie),
    onError,
  });
  const outbox = createOutbox();
  const { receipts, id } = config;
  // Before anything is released: the record is in the outbox when a vendor's code first runs.
  if (receipts)
    recordDecision(manager, {
      site: id,
      sdk: VERSION,
      outbox,
      onQueued: () => void sender().then((s) => s.send(), onError),
    });

  const gate = createGate(manager, {
    nonce,
    onReleased: (element) => announce('released', element),
    onError,
  });
  const loader = createFileLoader(document, script?.src || document.baseURI, shared, gate.createScript);
  const language = pickLanguage(
    Object.keys(config.languages),
    document.documentElement.lang,
    navigator.languages,
  );
  const files = config.languages[language] as LanguageFiles;
  const widgetHost = { manager, document, nonce, onError };

  const sender = once(async () => {
    if (!receipts) throw new Error('This site keeps no receipts.');
    const start = await loader.load<ReceiptsPart>(receipts.file);
    return start({ outbox, endpoint: receipts.endpoint, onError });
  });
  const kept = () => sender().then((s) => s.receipts());
  const banner = once(async () => {
    const mount = await loader.load<BannerPart>(files.banner);
    return mount({ ...widgetHost, openPreferences: showPreferences });
  });
  const preferences = once(async () => {
    // Asked for together; the loader keeps their order, and the second uses the first one's Preact.
    const [, mount] = await Promise.all([
      loader.load(files.banner),
      loader.load<PreferencesPart>(files.preferences),
    ]);
    return mount({ ...widgetHost, ...(receipts ? { receipts: kept } : {}) });
  });
  const show = () => void banner().then((widget) => widget.show(), onError);
  function showPreferences(opener: Element | null = document.activeElement) {
    void preferences().then((widget) => widget.open(opener), onError);
  }

  const api = createPageApi({ manager, version: VERSION, onError, show, showPreferences, receipts: kept });
  host.consentry = api;
  let reloading = false;
  connectAdapters(manager, gate, config.adapters, {
    removeStorage,
    onError,
    onReloadNeeded() {
      // Not at once: the record of this decision is sent first, and other vendors are still being told.
      if (!reloading) setTimeout(() => location.reload());
      reloading = true;
    },
  });
  // Everybody else hears of a decision when it has taken effect.
  manager.onDecision((decision) => queueMicrotask(() => announce('decision', decision)));
  followPage(manager, showPreferences);
  announce('ready', api);
  api.push(...((before as ((api: PageApi) => void)[] | undefined) ?? []));

  if (manager.$consent.get().pending.length > 0) {
    show();
    // Fetched while the visitor reads, so that the record leaves at the click.
    if (receipts) sender().catch(onError);
  } else if (receipts && hasWaiting(outbox)) sender().catch(onError);
}

/** The same promise for every call, until it fails. */
function once<T>(start: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= start();
    running.catch(() => {
      running = undefined;
    });
    return running;
  };
}
