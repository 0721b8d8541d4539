import {
  CLOCK_SLACK_S,
  type DecisionAct,
  type DecisionLetter,
  type StoredDecision,
  transition,
} from './decision.js';
import type { StoredConsent } from './persist/codec.js';
import type { Purpose, SiteDefinition, Vendor } from './site.js';
import type { ConsentSnapshot } from './store.js';

/** An act of the visitor or the controller on a purpose or vendor. */
export type ChoiceAct = Exclude<DecisionAct, 'expire'>;

/**
 * The stored decisions after `choices`. A choice on a purpose covers its vendors and takes back what was
 * decided on them one by one, unless the same choices name them. What the notice has changed for, and
 * what the site no longer defines, is left out. Pure.
 */
export function nextDecisions(
  site: SiteDefinition,
  stored: StoredConsent | undefined,
  before: ConsentSnapshot,
  choices: Readonly<Record<string, ChoiceAct>>,
  nowS: number,
  keyOf: (item: Purpose | Vendor) => string,
): StoredConsent['decisions'] {
  const decisions = new Map<string, StoredDecision>();
  for (const item of [...site.purposes, ...site.vendors]) {
    const { id, purposes = [] } = item as Partial<Vendor> & { id: string };
    const entry = before.entries[id];
    const act = choices[id];
    const covers = stored && (item.since ?? 1) <= stored.noticeVersion;
    const kept = covers ? stored.decisions.get(keyOf(item)) : undefined;
    const decide = (letter: string) => decisions.set(keyOf(item), [letter as DecisionLetter, nowS]);
    if (act && entry?.status) {
      const [letter = ''] = transition(entry.status, act);
      decide(letter === 'g' && (entry.refusedBySignal || kept?.[0] === 's') ? 's' : letter);
    } else if (purposes.some((purpose) => choices[purpose])) decide('v');
    // A date in the future came from a clock that was wrong; what was not believed is not kept.
    else if (kept && kept[1] <= nowS + CLOCK_SLACK_S) decisions.set(keyOf(item), kept);
  }
  return decisions;
}
