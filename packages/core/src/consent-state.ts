import type { DecisionStatus, RegimeRule } from './decision.js';
import { deriveSnapshot } from './derive.js';
import { decodeConsent, type StoredConsent } from './persist/codec.js';
import { type Purpose, type SiteDefinition, STRICTEST, type Vendor } from './site.js';
import type { ConsentSnapshot, ListenableStore, WritableStore } from './store.js';

/** What a {@link ConsentState} runs on. */
export interface StatePlatform {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Every value the browser holds under the cookie's name; may throw. */
  readonly readCookie: () => readonly string[];
  /** Asked for Global Privacy Control once. */
  readonly navigator: unknown;
  readonly createStore: (first: ConsentSnapshot) => WritableStore<ConsentSnapshot>;
  /** The key of a purpose or vendor in the cookie: `cookieKey` of its id, computed or known beforehand. */
  readonly keyOf: (item: Purpose | Vendor) => string;
  /** Told what a listener threw. */
  readonly onError: (error: unknown) => void;
}

/**
 * What was decided and what may run: the reading half of a consent manager. A visitor who has decided
 * needs no more, so the script tag's boot is built on this alone.
 */
export interface ConsentState {
  readonly site: SiteDefinition;
  readonly rule: RegimeRule;
  readonly keyOf: StatePlatform['keyOf'];
  /** The current snapshot; listeners are called after every change, in this tab or another. */
  readonly $consent: ListenableStore<ConsentSnapshot>;
  /** What was decided; nothing for an exempt or unknown id. */
  status(id: string): DecisionStatus | undefined;
  /** Whether the purpose or vendor may run now; false for an unknown id. */
  isAllowed(id: string): boolean;
  /** Calls `run` once, as soon as `id` is allowed; at once if it is. Returns the way to give up the wait. */
  whenAllowed(id: string, run: () => void): () => void;
  /** Reads the cookie again: after bfcache, a focus, or whatever else may have changed it. */
  refresh(): void;
  /** Takes over the cookie text that another tab has announced. */
  follow(text: string | undefined): void;
  /** For the deciding half: what is stored, and how that stands at this moment. */
  peek(): { readonly stored: StoredConsent | undefined; readonly snapshot: ConsentSnapshot };
  /**
   * For the deciding half: takes over a cookie text that was just written. Answers the snapshot that
   * follows; nobody else hears of it before `publish`.
   */
  adopt(text: string): ConsentSnapshot;
  /** For the deciding half: tells this tab. */
  publish(): void;
}

/** Runs what belongs to somebody else: a throw is reported and goes no further. */
export function guarded(run: () => void, onError: (error: unknown) => void): void {
  try {
    run();
  } catch (error) {
    onError(error);
  }
}

/** Reads what is stored and follows it. Never throws; what cannot be read leaves things withheld. */
export function createConsentState(site: SiteDefinition, platform: StatePlatform): ConsentState {
  const { now, readCookie, navigator, createStore, keyOf, onError } = platform;
  const rule = { ...STRICTEST, ...site.regime };
  // Global Privacy Control: absent means that the browser says nothing. https://www.w3.org/TR/gpc/
  const gpc = (navigator as { globalPrivacyControl?: unknown } | undefined)?.globalPrivacyControl === true;
  let text: string | undefined;
  let stored: StoredConsent | undefined;
  let unsaved = false;

  /** The cookie's text; empty where there may be one that nobody can know. */
  const read = () => {
    try {
      const [value, ...others] = new Set(readCookie());
      // Two cookies that disagree: nobody knows which one the visitor meant.
      return others.length > 0 ? '' : value;
    } catch {
      return ''; // cookies refused
    }
  };
  const take = (value: string | undefined) => {
    text = value;
    stored = value ? decodeConsent(value) : undefined;
  };
  const derive = () =>
    deriveSnapshot(site, {
      stored,
      rule,
      gpc,
      nowS: Math.floor(now() / 1000),
      unsaved,
      keyOf,
      doubt: !stored && text !== undefined,
    });
  const entry = (id: string) => $consent.get().entries[id];
  const tell = () => guarded(() => $consent.set(derive()), onError);
  const follow = (value: string | undefined) => {
    // While the browser refuses to store, the cookie knows less than this page.
    if (unsaved) return;
    take(value);
    // Derived anew though the text is the same: time alone may have changed something while the page was asleep.
    if (JSON.stringify(derive()) !== JSON.stringify($consent.get())) tell();
  };

  take(read());
  const $consent = createStore(derive());

  return {
    site,
    rule,
    keyOf,
    $consent,
    status: (id) => entry(id)?.status,
    isAllowed: (id) => !!entry(id)?.allowed,
    whenAllowed(id, run) {
      const check = () => {
        if (!entry(id)?.allowed) return;
        stop();
        guarded(run, onError);
      };
      const stop = $consent.listen(check);
      check();
      return stop;
    },
    refresh: () => follow(read()),
    follow,
    peek: () => ({ stored, snapshot: derive() }),
    adopt(value) {
      take(value);
      unsaved = read() !== text;
      return derive();
    },
    publish: tell,
  };
}
