import { connectAdapters } from '@consentry/adapters/connect';
import type { Adapter } from '@consentry/adapters/define-adapter';
import { createConsentManager, type SiteDefinition } from '@consentry/core';
import { createGate, removeStorage } from '@consentry/gate';
import { vi } from 'vitest';
import { MemoryBrowser } from './memory-platform.js';

/** A page of happy-dom with adapters on it, through the same wiring that the boot uses. */
export function pageWith(
  site: SiteDefinition,
  adapters: readonly Adapter[],
  { browser = new MemoryBrowser(), nonce = '' }: { browser?: MemoryBrowser; nonce?: string } = {},
) {
  const manager = createConsentManager(site, browser.tab());
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const gate = createGate(manager, { nonce, onError });
  const reload = vi.fn();
  const stop = connectAdapters(manager, gate, adapters, {
    removeStorage: (items) => removeStorage(window, items),
    onReloadNeeded: reload,
    onError,
  });
  return { browser, manager, gate, reload, errors, stop };
}

/** What watches the page; a gate does so for ever, and would release what the next test puts there. */
const observers = new Set<MutationObserver>();

/** Loads no file over the network; scripts answer as if they had loaded. Undone by {@link clearPage}. */
export function loadNothing(): void {
  const { happyDOM } = globalThis as unknown as {
    happyDOM: { setURL(url: string): void; settings: Record<string, boolean> };
  };
  happyDOM.setURL('https://shop.example.com/');
  Object.assign(happyDOM.settings, {
    handleDisabledFileLoadingAsSuccess: true,
    disableIframePageLoading: true,
  });
  // happy-dom reports every frame that it was told not to load.
  vi.spyOn(console, 'error').mockImplementation((error) => {
    if (!`${error}`.includes('Iframe page loading is disabled')) console.warn(error);
  });
  const { MutationObserver } = window;
  vi.stubGlobal(
    'MutationObserver',
    class extends MutationObserver {
      constructor(listener: MutationCallback) {
        super(listener);
        observers.add(this);
      }
    },
  );
}

/** Empties the page; names on `window` that vendors have left there go too. */
export function clearPage(...names: string[]): void {
  for (const observer of observers) observer.disconnect();
  observers.clear();
  vi.unstubAllGlobals();
  document.documentElement.innerHTML = '<head></head><body></body>';
  // Gates wait once for the end of parsing, which a test may want to say again.
  document.dispatchEvent(new Event('DOMContentLoaded'));
  for (const name of names) delete (window as unknown as Record<string, unknown>)[name];
  for (const pair of document.cookie.split('; ')) {
    for (const domain of ['', '; domain=shop.example.com', '; domain=example.com'])
      document.cookie = `${pair.split('=')[0]}=; max-age=-1; path=/${domain}`;
  }
  localStorage.clear();
  sessionStorage.clear();
}

/** Addresses of the scripts that the page has been given, in order. */
export const scriptUrls = () =>
  [...document.querySelectorAll('script')].flatMap((script) => script.getAttribute('src') ?? []);

/**
 * Lets promises, mutation observers and messages have their turn.
 *
 * A timer that is due can overtake a message that was sent before it; what is immediate comes after both.
 */
export const settle = () => new Promise<void>((resolve) => setTimeout(() => setImmediate(resolve)));
