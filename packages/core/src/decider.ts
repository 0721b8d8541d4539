import type { ConsentState } from './consent-state.js';
import { guarded } from './consent-state.js';
import type { DecisionStatus, Regime } from './decision.js';
import { ConsentryError } from './errors.js';
import { createRecordId, createSubject, type RandomBytes } from './identifiers.js';
import { type ChoiceAct, nextDecisions } from './next-decisions.js';
import { encodeConsent, regimeLetter } from './persist/codec.js';
import type { TabChannel } from './tabs.js';

/** How a decision came about; all of it ends up in the consent record. */
export interface DecisionContext {
  /** Where the visitor acted: `"banner"`, `"preferences"`, `"embed"`, `"page"` (the page's own code), `"signal"`, `"import"` (another consent manager's; `"import-undated"` where it kept no date). */
  readonly via: string;
  /** Language of the notice that was on screen, e.g. `"ja"`; absent when none was. */
  readonly language?: string | undefined;
  /** Hash of what was shown; absent when nothing was. */
  readonly shown?: string | undefined;
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
  readonly previous?: string | undefined;
}

/** What a {@link Decider} runs on. */
export interface DeciderPlatform {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Replaces the cookie, in every scope this page can reach; may throw. */
  readonly writeCookie: (text: string, maxAgeDays: number) => void;
  /** Those who hear of a decision that was kept. */
  readonly tabs: Pick<TabChannel, 'announce'>;
  /** Told what was refused, as a {@link ConsentryError}, and what a listener threw. */
  readonly onError: (error: unknown) => void;
}

/** Takes a visitor's decisions: the deciding half of a consent manager. */
export interface Decider {
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
}

/** Adds the deciding half to a state. Nothing it offers throws. */
export function createDecider(state: ConsentState, platform: DeciderPlatform): Decider {
  const { now, random, writeCookie, tabs, onError } = platform;
  const { site, rule, keyOf, $consent } = state;
  const { noticeVersion = 1 } = site;
  const { model } = rule;
  const listeners = new Set<(decision: Decision) => void>();

  const decide: Decider['decide'] = (wanted, context = { via: 'page' }) => {
    const { stored, snapshot: before } = state.peek();
    const choices: Record<string, ChoiceAct> = Object.create(null);
    for (const id of Object.keys(wanted)) {
      if (before.entries[id]?.status) choices[id] = wanted[id] as ChoiceAct;
      else onError(new ConsentryError('unknown-id', `"${id}" cannot be decided on.`));
    }
    if (Object.keys(choices).length === 0) return;

    const at = now();
    const id = createRecordId(random, at);
    const { subject = createSubject(random), record: previous, gpc } = before;
    const text = encodeConsent({
      noticeVersion,
      model: regimeLetter(model),
      subject,
      record: id,
      decisions: nextDecisions(site, stored, before, choices, Math.floor(at / 1000), keyOf),
    });
    try {
      writeCookie(text, Math.max(rule.grantDays, rule.denyDays));
    } catch {
      // Judged by what can be read back.
    }
    const { entries, unsaved } = state.adopt(text);
    if (unsaved) {
      onError(
        new ConsentryError('storage-refused', 'The decision was not kept; it holds on this page only.'),
      );
    }
    const statuses: Record<string, DecisionStatus> = {};
    for (const [key, { status }] of Object.entries(entries)) if (status) statuses[key] = status;
    const decision: Decision = {
      ...context,
      id,
      subject,
      at,
      noticeVersion,
      model,
      gpc,
      choices,
      statuses,
      previous,
    };
    for (const listener of listeners) guarded(() => listener(decision), onError);
    state.publish();
    if (!unsaved) guarded(() => tabs.announce(text), onError);
  };

  const decideAll = (act: ChoiceAct, ids: readonly string[], context?: DecisionContext) =>
    decide(Object.fromEntries(ids.map((id) => [id, act])), context);
  const everyPurpose = () => site.purposes.map(({ id }) => id).filter(state.status);

  return {
    grant(ids, context) {
      const { entries } = $consent.get();
      decideAll('grant', ids ?? everyPurpose().filter((id) => !entries[id]?.refusedBySignal), context);
    },
    deny: (ids, context) => decideAll('deny', ids ?? everyPurpose(), context),
    decide,
    onDecision(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
