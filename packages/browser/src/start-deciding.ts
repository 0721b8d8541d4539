import { type ConsentControls, createDecider, type Decider } from '@consentry/core';
import { announce } from './announce.js';
import { createDecidingApi } from './deciding-api.js';
import type { LazyFile } from './file-loader.js';
import { writePageCookie } from './page-cookie.js';
import type { AskHost, Deciding, MountBanner, PreferencesPart } from './parts.js';

/** Keeps records of what a decider decides; returns the receipts that came back. */
export type KeepRecords = (decider: Decider, host: AskHost) => () => readonly unknown[];

/** What asks, in the language of the page. */
export interface Widget {
  readonly mountBanner: MountBanner;
  /** Hash of the preferences' file. */
  readonly preferences: string;
}

/** The deciding half of a page, with the widget that asks. Without `keepRecords` it keeps none. */
export function startDeciding(host: AskHost, widget: Widget, keepRecords?: KeepRecords): Deciding {
  const { state, tabs, nonce, load, language, ask, onError } = host;
  const decider = createDecider(state, {
    now: Date.now,
    random: (bytes) => crypto.getRandomValues(bytes),
    tabs,
    writeCookie: (text, days) => writePageCookie(state.site.cookie, text, days),
    onError,
  });
  const receipts = host.endpoint ? keepRecords?.(decider, host) : undefined;
  // Everybody else hears of a decision when it has taken effect.
  decider.onDecision((decision) => queueMicrotask(() => announce('decision', decision)));
  const manager: ConsentControls = { ...state, ...decider };

  const banner = once(async () => {
    // The banner makes room at the end of a page that scrolls, which shows when the page is there.
    await documentParsed();
    return widget.mountBanner({ manager, document, nonce, shown: shownBy(ask), openPreferences });
  });
  const preferences = once(async () => {
    const file: LazyFile = [`preferences.${language}`, widget.preferences];
    const mount = await load<PreferencesPart>(file);
    return mount({
      manager,
      document,
      nonce,
      shown: shownBy(file),
      onError,
      ...(receipts ? { receipts } : {}),
    });
  });
  async function openPreferences(opener: Element | null = document.activeElement) {
    try {
      (await preferences()).open(opener);
    } catch (error) {
      onError(error);
    }
  }
  return {
    openPreferences,
    api: createDecidingApi(manager, {
      show: async () => (await banner()).show(),
      showPreferences: () => openPreferences(),
      receipts: async () => receipts?.() ?? [],
    }),
  };
}

/** Resolves in a task of its own: the one that ends the parsing lays out the page, which takes long enough. */
function documentParsed(): Promise<void> {
  return new Promise((resolve) => {
    const later = () => setTimeout(resolve);
    if (document.readyState !== 'loading') later();
    else document.addEventListener('DOMContentLoaded', later, { once: true });
  });
}

/**
 * What was shown, as records name it: the file that showed it holds every text, switch and rule of that
 * moment, and its hash is known already.
 */
function shownBy([, hash]: LazyFile): string {
  return `sha256-${hash.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')}`;
}

/** The same promise for every call, until it fails. */
function once<T>(start: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= start().catch((error) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}
