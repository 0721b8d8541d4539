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
 * decided on them one by one, unless the same choices name them. A grant that the notice has changed for, or of
 * something that this page does not know, is left out; a refusal stays: a newer page in another tab may know it. Pure.
 */
export function nextDecisions(
  site: SiteDefinition,
  stored: StoredConsent | undefined,
  before: ConsentSnapshot,
  choices: Readonly<Record<string, ChoiceAct>>,
  nowS: number,
  keyOf: (item: Purpose | Vendor) => string,
): StoredConsent['decisions'] {
  const decisions = new Map<string, StoredDecision>(
    [...(stored?.decisions ?? [])].filter(([, [letter]]) => 'dwr'.includes(letter)),
  );
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
    else if (kept && kept[1] <= nowS + CLOCK_SLACK_S) decisions.set(key, kept);
  }
  return decisions;
}
