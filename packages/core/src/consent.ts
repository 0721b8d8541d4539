import { checkSite } from './check-site.js';
import { type ConsentState, createConsentState } from './consent-state.js';
import { createDecider, type Decider } from './decider.js';
import type { RandomBytes } from './identifiers.js';
import { type CookieJar, createCookieJar } from './persist/cookie.js';
import { cookieKey, type SiteDefinition } from './site.js';
import { type ConsentSnapshot, createConsentStore, type ReadableStore } from './store.js';
import { createTabChannel, type TabChannel } from './tabs.js';

/** The platform a manager runs on; everything has a browser default. */
export interface ConsentPlatform {
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** @default crypto.getRandomValues */
  readonly random?: RandomBytes;
  /** @default the page's cookies */
  readonly cookies?: CookieJar;
  /** @default a BroadcastChannel named like the cookie */
  readonly tabs?: TabChannel;
  /** Asked for Global Privacy Control once. @default navigator */
  readonly navigator?: unknown;
  /**
   * Told of whatever went wrong after setup: a `ConsentryError`, or what a listener threw. The page is never
   * thrown at. @default console.error
   */
  readonly onError?: (error: unknown) => void;
}

/** What whoever asks a visitor needs: how things stand, and the ways to decide. */
export interface ConsentControls
  extends Omit<ConsentState, 'peek' | 'adopt' | 'publish' | 'follow'>,
    Decider {}

/** Holds one visitor's decisions, answers what may run, and takes new decisions. */
export interface ConsentManager extends ConsentControls {
  readonly $consent: ReadableStore<ConsentSnapshot>;
  /** Stops listening to other tabs. */
  close(): void;
}

/**
 * A consent manager for `site`. Throws a {@link ConsentryError} when the definition is wrong; after that
 * it never throws, and what it cannot read or store leaves things withheld.
 */
export function createConsentManager(site: SiteDefinition, platform: ConsentPlatform = {}): ConsentManager {
  checkSite(site);
  const {
    now = Date.now,
    random = (bytes) => crypto.getRandomValues(bytes),
    cookies = createCookieJar(site.cookie),
    // In Node an open channel would keep the process alive.
    tabs = createTabChannel(site.cookie?.name, (channel) => (channel as { unref?: () => void }).unref?.()),
    onError = (error) => console.error(error),
  } = platform;
  const navigator = 'navigator' in platform ? platform.navigator : globalThis.navigator;
  let $consent: ReadableStore<ConsentSnapshot> | undefined;
  const state = createConsentState(site, {
    now,
    readCookie: cookies.read,
    navigator,
    createStore: (first) => {
      const store = createConsentStore(first);
      $consent = store;
      return store;
    },
    keyOf: ({ id }) => cookieKey(id),
    onError,
  });
  return {
    ...state,
    $consent: $consent as unknown as ReadableStore<ConsentSnapshot>,
    ...createDecider(state, { now, random, writeCookie: cookies.write, tabs, onError }),
    close: tabs.listen(state.follow),
  };
}
