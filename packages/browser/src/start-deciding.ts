import {
  type ConsentControls,
  createDecider,
  type Decider,
  type DecisionContext,
  type TabChannel,
} from '@consentry/core';
import { announce } from './announce.js';
import { createDecidingApi } from './deciding-api.js';
import { once } from './once.js';
import { writePageCookie } from './page-cookie.js';
import type { Asking, Deciding, PageHost, PreferencesPart } from './parts.js';

/** Keeps records of what a decider decides; returns the receipts that came back. */
export type KeepRecords = (decider: Decider, host: PageHost) => () => readonly unknown[];

/** Hashes of what is shown, as records carry them, by face and language: `"banner.ja"`. */
export type ShownHashes = Readonly<Record<string, string | undefined>>;

/** The deciding half of a page. Without `keepRecords` it keeps none. */
export function startDeciding(host: PageHost, shown: ShownHashes, keepRecords?: KeepRecords): Deciding {
  const { state, nonce, load, shared, onError } = host;
  const decider = createDecider(state, {
    now: Date.now,
    random: (bytes) => crypto.getRandomValues(bytes),
    tabs: shared.tabs as TabChannel,
    writeCookie: (text, days) => writePageCookie(state.site.cookie, text, days),
    onError,
  });
  const receipts = host.endpoint ? keepRecords?.(decider, host) : undefined;
  // Everybody else hears of a decision when it has taken effect.
  decider.onDecision((decision) => queueMicrotask(() => announce('decision', decision)));
  /** What was on screen, by its hash. */
  const withShown = (context?: DecisionContext): DecisionContext | undefined => {
    const face = `${context?.via}.${context?.language}`;
    return context && { ...context, shown: shared.shown?.[face] ?? shown[face] };
  };
  const manager: ConsentControls = {
    ...state,
    ...decider,
    grant: (ids, context) => decider.grant(ids, withShown(context)),
    deny: (ids, context) => decider.deny(ids, withShown(context)),
    decide: (choices, context) => decider.decide(choices, withShown(context)),
  };
  const preferences = once(async () => {
    // Preact comes with the banner.
    await load<Asking>('banner');
    const mount = await load<PreferencesPart>('preferences');
    return mount({ manager, document, nonce, ...(receipts ? { receipts } : {}) });
  });
  async function openPreferences(opener: Element | null = document.activeElement) {
    try {
      // The visitor's own word on sale and sharing counts at once; the preferences show it.
      if (opener?.getAttribute('data-consentry-open') === 'do-not-sell') {
        manager.deny(
          state.site.purposes.filter(({ signals }) => signals?.[0]).map(({ id }) => id),
          { via: 'page' },
        );
      }
      (await preferences()).open(opener);
    } catch (error) {
      onError(error);
    }
  }
  return {
    manager,
    openPreferences,
    embedPreferences: async (place) => (await preferences()).embed(place),
    api: createDecidingApi(manager, {
      show: async () => (await load<Asking>('banner')).show(),
      showPreferences: () => openPreferences(),
      receipts: async () => receipts?.() ?? [],
    }),
  };
}
