import { checkSite } from './check-site.js';
import type { DecisionStatus, Regime, RegimeRule } from './decision.js';
import { type Circumstances, deriveSnapshot } from './derive.js';
import { ConsentryError } from './errors.js';
import { createRecordId, createSubject, type RandomBytes } from './identifiers.js';
import { type ChoiceAct, nextConsent } from './next-consent.js';
import { decodeConsent, encodeConsent, type StoredConsent } from './persist/codec.js';
import { type CookieJar, createCookieJar } from './persist/cookie.js';
import { readGpc } from './signals/gpc.js';
import { type SiteDefinition, STRICTEST } from './site.js';
import { createConsentStore } from './store.js';
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
  /** Told of whatever went wrong after setup; the page is never thrown at. @default console.error */
  readonly onError?: (error: ConsentryError) => void;
}

/** How a decision came about; all of it ends up in the consent record. */
export interface DecisionContext {
  /** Where the visitor acted: `"banner"`, `"preferences"`, `"embed"`, `"page"` (the page's own code), `"signal"`. */
  readonly via: string;
  /** Language of the notice that was on screen, e.g. `"ja"`; absent when none was. */
  readonly language?: string;
  /** Hash of what was shown; absent when nothing was. */
  readonly shown?: string;
}

/** One act by a visitor (or the controller) on one or more purposes and vendors. */
export interface Decision extends DecisionContext {
  /** UUIDv7; also the id of the consent record. */
  readonly id: string;
  readonly subject: string;
  /** Milliseconds since 1970, by the visitor's clock. */
  readonly at: number;
  readonly noticeVersion: number;
  readonly model: Regime;
  readonly gpc: boolean;
  /** What was chosen in this act. */
  readonly choices: Readonly<Record<string, ChoiceAct>>;
  /** The status of every purpose and vendor after it; exempt ones have none. */
  readonly statuses: Readonly<Record<string, DecisionStatus>>;
  /** Id of the record before this one; absent for the first. */
  readonly previous?: string;
}

/** Holds one visitor's decisions and answers what may run. */
export interface ConsentManager {
  readonly site: SiteDefinition;
  /** The current snapshot; listeners are called after every change, in this tab or another. */
  readonly $consent: ReturnType<typeof createConsentStore>['$consent'];
  /** What was decided; nothing for an exempt or unknown id. */
  status(id: string): DecisionStatus | undefined;
  /** Whether the purpose or vendor may run now; false for an unknown id. */
  isAllowed(id: string): boolean;
  /** Calls `run` once, as soon as `id` is allowed; at once if it is. Returns the way to give up the wait. */
  whenAllowed(id: string, run: () => void): () => void;
  /** Grants the ids, or every purpose that no signal refuses. */
  grant(ids?: readonly string[], context?: DecisionContext): void;
  /** Denies the ids, or every purpose; what was granted becomes withdrawn. */
  deny(ids?: readonly string[], context?: DecisionContext): void;
  /** Makes several choices in one act: one record, one change. Unknown and exempt ids are reported and left out. */
  decide(choices: Readonly<Record<string, ChoiceAct>>, context?: DecisionContext): void;
  /**
   * Calls `listener` when a decision has been stored in this tab, before anything is released or ended
   * because of it. Returns the way to stop.
   */
  onDecision(listener: (decision: Decision) => void): () => void;
  /** Reads the cookie again: after bfcache, a focus, or whatever else may have changed it. */
  refresh(): void;
  /** Stops listening to other tabs. */
  close(): void;
}

/**
 * A consent manager for `site`. Throws a {@link ConsentryError} when the definition is wrong; after that
 * it never throws, and what it cannot read or store leaves things withheld.
 */
export function createConsentManager(site: SiteDefinition, platform: ConsentPlatform = {}): ConsentManager {
  return createTrustedConsentManager(checkSite(site), platform);
}

/** As {@link createConsentManager}, for a definition that was checked at build time. */
export function createTrustedConsentManager(
  site: SiteDefinition,
  platform: ConsentPlatform = {},
): ConsentManager {
  const {
    now = Date.now,
    random = (bytes) => crypto.getRandomValues(bytes),
    cookies = createCookieJar(site.cookie),
    tabs = createTabChannel(site.cookie?.name),
    navigator = globalThis.navigator,
    onError = (error) => console.error(error),
  } = platform;
  const rule: RegimeRule = { ...STRICTEST, ...site.regime };
  const gpc = readGpc(navigator);
  const decisionListeners = new Set<(decision: Decision) => void>();
  let stored: StoredConsent | undefined;
  let raw: string | undefined;
  let unsaved = false;

  const readCookie = () => {
    try {
      const values = new Set(cookies.read());
      // Two cookies that disagree: nobody knows which one the visitor meant.
      return values.size === 1 ? [...values][0] : undefined;
    } catch {
      return undefined; // cookies refused: nothing is known
    }
  };
  const load = () => {
    raw = readCookie();
    stored = raw === undefined ? undefined : decodeConsent(raw);
  };
  const circumstances = (): Circumstances => ({
    stored,
    rule,
    gpc,
    nowS: Math.floor(now() / 1000),
    unsaved,
  });
  const guarded = (run: () => void) => {
    try {
      run();
    } catch (cause) {
      onError(
        new ConsentryError('listener-failed', `A listener threw: ${cause}`, {
          cause,
        }),
      );
    }
  };
  const publish = () => guarded(() => store.set(deriveSnapshot(site, circumstances())));

  load();
  const store = createConsentStore(deriveSnapshot(site, circumstances()));
  const { $consent } = store;

  const save = (next: StoredConsent) => {
    stored = next;
    raw = encodeConsent(next);
    try {
      cookies.write(raw, Math.max(rule.grantDays, rule.denyDays));
    } catch {
      // Judged below, by what can be read back.
    }
    unsaved = readCookie() !== raw;
    if (unsaved) {
      onError(
        new ConsentryError(
          'storage-refused',
          'The browser did not keep the consent cookie; it holds on this page only.',
        ),
      );
    }
  };

  const decide: ConsentManager['decide'] = (choices, context = { via: 'page' }) => {
    const before = deriveSnapshot(site, circumstances());
    const known: Record<string, ChoiceAct> = Object.create(null);
    for (const id of Object.keys(choices)) {
      if (before.entries[id]?.status) known[id] = choices[id] as ChoiceAct;
      else
        onError(
          new ConsentryError('unknown-id', `"${id}" is not a purpose or vendor that can be decided on.`),
        );
    }
    if (Object.keys(known).length === 0) return;
    const at = now();
    const id = createRecordId(random, at);
    const subject = before.subject ?? createSubject(random);
    save(
      nextConsent(site, circumstances(), before, known, {
        subject,
        record: id,
      }),
    );

    const after = deriveSnapshot(site, circumstances());
    const statuses: Record<string, DecisionStatus> = {};
    for (const [key, { status }] of Object.entries(after.entries)) if (status) statuses[key] = status;
    const decision: Decision = {
      ...context,
      id,
      subject,
      at,
      noticeVersion: site.noticeVersion ?? 1,
      model: rule.model,
      gpc,
      choices: known,
      statuses,
      ...(before.record ? { previous: before.record } : {}),
    };
    for (const listener of decisionListeners) guarded(() => listener(decision));
    guarded(() => store.set(after));
    if (!unsaved) guarded(() => tabs.announce());
  };

  const decideAll = (act: ChoiceAct, ids: readonly string[], context?: DecisionContext) =>
    decide(Object.fromEntries(ids.map((id) => [id, act])), context);
  const decidable = () => site.purposes.filter(({ exempt }) => !exempt).map(({ id }) => id);

  const refresh = () => {
    const held = raw;
    // While the browser refuses to store, the cookie knows less than this page.
    if (unsaved) return;
    load();
    // Time alone may have changed something: a grant that ran out while the page was asleep.
    if (raw !== held || circumstances().stored) publish();
  };
  const stopListening = tabs.listen(refresh);

  return {
    site,
    $consent,
    status: (id) => $consent.get().entries[id]?.status,
    isAllowed: (id) => $consent.get().entries[id]?.allowed === true,
    whenAllowed(id, run) {
      let waiting = true;
      const check = () => {
        if (waiting && $consent.get().entries[id]?.allowed) {
          giveUp();
          guarded(run);
        }
      };
      const stop = $consent.listen(check);
      const giveUp = () => {
        waiting = false;
        stop();
      };
      check();
      return giveUp;
    },
    grant: (ids, context) =>
      decideAll(
        'grant',
        ids ?? decidable().filter((id) => !$consent.get().entries[id]?.refusedBySignal),
        context,
      ),
    deny: (ids, context) => decideAll('deny', ids ?? decidable(), context),
    decide,
    onDecision(listener) {
      decisionListeners.add(listener);
      return () => decisionListeners.delete(listener);
    },
    refresh,
    close: stopListening,
  };
}
