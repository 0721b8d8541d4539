import { type ConsentManager, createDecider, type Decider } from '@consentry/core';
import { removeStorage } from '@consentry/gate';
import { announce } from './announce.js';
import { writePageCookie } from './page-cookie.js';
import type { DecideHost, Deciding, PreferencesPart } from './parts.js';

/** Keeps records of what a decider decides; returns the receipts that came back. */
export type KeepRecords = (decider: Decider, host: DecideHost) => () => readonly unknown[];

/** The deciding half of a page, with the widget that asks. Without `keepRecords` it keeps none. */
export function startDeciding(host: DecideHost, keepRecords?: KeepRecords): Deciding {
  const { state, nonce, load, loadBanner, onError } = host;
  const decider = createDecider(state, {
    now: Date.now,
    random: (bytes) => crypto.getRandomValues(bytes),
    writeCookie: (text, days) => writePageCookie(state.site.cookie, text, days),
    onError,
  });
  const receipts = keepRecords?.(decider, host);
  // Everybody else hears of a decision when it has taken effect.
  decider.onDecision((decision) => queueMicrotask(() => announce('decision', decision)));
  const manager: ConsentManager = { ...state, ...decider };

  const banner = once(async () => {
    const { mount } = await loadBanner();
    return mount({ manager, document, nonce, openPreferences });
  });
  const preferences = once(async () => {
    const mount = await load<PreferencesPart>((await loadBanner()).preferences);
    return mount({ manager, document, nonce, onError, ...(receipts ? { receipts } : {}) });
  });
  async function openPreferences(opener: Element | null = document.activeElement) {
    try {
      (await preferences()).open(opener);
    } catch (error) {
      onError(error);
    }
  }
  return {
    manager,
    showBanner: async () => (await banner()).show(),
    openPreferences,
    removeStorage: (items) => removeStorage(window, items),
    receipts: receipts ?? (() => []),
  };
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
