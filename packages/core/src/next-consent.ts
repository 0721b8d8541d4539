import { type DecisionAct, type StoredDecision, transition } from './decision.js';
import { type Circumstances, coveringDecision } from './derive.js';
import type { StoredConsent } from './persist/codec.js';
import { cookieKey, type SiteDefinition } from './site.js';
import type { ConsentSnapshot } from './store.js';

/** An act of the visitor or the controller on a purpose or vendor. */
export type ChoiceAct = Exclude<DecisionAct, 'expire'>;

/**
 * The stored consent after `choices`. A choice on a purpose covers its vendors and takes back what was
 * decided on them one by one, unless the same choices name them. What the notice has changed for, and
 * what the site no longer defines, is left out. Pure.
 */
export function nextConsent(
  site: SiteDefinition,
  now: Circumstances,
  before: ConsentSnapshot,
  choices: Readonly<Record<string, ChoiceAct>>,
  ids: { readonly subject: string; readonly record: string },
): StoredConsent {
  const decisions = new Map<string, StoredDecision>();
  const decide = (id: string, act: ChoiceAct, overSignal: boolean) => {
    const status = transition(before.entries[id]?.status ?? 'undecided', act);
    const stored = { status: status as StoredDecision['status'], at: now.nowS };
    decisions.set(cookieKey(id), status === 'granted' && overSignal ? { ...stored, overSignal } : stored);
  };
  const keep = (item: Parameters<typeof coveringDecision>[1]) => {
    const decision = coveringDecision(now.stored, item);
    // A date in the future came from a clock that was wrong; what was not believed is not kept.
    if (decision && decision.at <= now.nowS + 300) decisions.set(cookieKey(item.id), decision);
  };

  const signalled = new Set<string>();
  for (const purpose of site.purposes) {
    if (purpose.exempt) continue;
    if (now.gpc && purpose.signals?.length) signalled.add(purpose.id);
    const act = choices[purpose.id];
    if (act) decide(purpose.id, act, signalled.has(purpose.id));
    else keep(purpose);
  }
  for (const vendor of site.vendors) {
    const act = choices[vendor.id];
    if (act) {
      decide(
        vendor.id,
        act,
        vendor.purposes.some((id) => signalled.has(id)),
      );
    } else if (vendor.purposes.some((id) => choices[id])) {
      decisions.set(cookieKey(vendor.id), {
        status: 'inherited',
        at: now.nowS,
      });
    } else keep(vendor);
  }
  return {
    ...ids,
    noticeVersion: site.noticeVersion ?? 1,
    model: now.rule.model,
    decisions,
  };
}
