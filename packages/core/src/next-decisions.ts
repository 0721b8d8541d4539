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
 * decided on them one by one, unless the same choices name them. A grant that the notice has changed for, and
 * what the site no longer defines, is left out; a refusal stays. Pure.
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
    const key = keyOf(item);
    const past = stored?.decisions.get(key);
    const kept = stored && (item.since ?? 1) <= stored.noticeVersion ? past : undefined;
    const decide = (letter: string) => decisions.set(key, [letter as DecisionLetter, nowS]);
    if (act && entry?.status) {
      const [letter = ''] = transition(entry.status, act);
      decide(letter === 'g' && (entry.refusedBySignal || kept?.[0] === 's') ? 's' : letter);
    } else if (purposes.some((purpose) => choices[purpose])) decide('v');
    // A date in the future came from a clock that was wrong; a grant that was not believed is not kept.
    else if (past && ('dwr'.includes(past[0]) || (kept && past[1] <= nowS + CLOCK_SLACK_S)))
      decisions.set(key, past);
  }
  return decisions;
}
