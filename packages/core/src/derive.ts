import {
  type DecisionStatus,
  isAllowed,
  type RegimeRule,
  type StoredDecision,
  statusAt,
} from './decision.js';
import { latestTime, type StoredConsent } from './persist/codec.js';
import { cookieKey, type Purpose, type SiteDefinition, type Vendor } from './site.js';
import type { ConsentEntry, ConsentSnapshot } from './store.js';

/** What a snapshot is derived from, beside the site's definition. */
export interface Circumstances {
  readonly stored: StoredConsent | undefined;
  readonly rule: RegimeRule;
  readonly gpc: boolean;
  /** Seconds since 1970. */
  readonly nowS: number;
  readonly unsaved: boolean;
}

/** The stored decision on a purpose or vendor, unless the notice changed for it since. */
export function coveringDecision(
  stored: StoredConsent | undefined,
  { id, since = 1 }: Purpose | Vendor,
): StoredDecision | undefined {
  return stored && since <= stored.noticeVersion ? stored.decisions.get(cookieKey(id)) : undefined;
}

/** Works out from the stored decisions what stands and what may run. Pure. */
export function deriveSnapshot(site: SiteDefinition, now: Circumstances): ConsentSnapshot {
  const { stored, rule, gpc, nowS, unsaved } = now;
  const { model } = rule;
  const entries: Record<string, ConsentEntry> = Object.create(null);
  const pending: string[] = [];
  const isOpen = (status: DecisionStatus) => status === 'undecided' || status === 'expired';
  /** A signal counts until the visitor grants in its presence. */
  const isRefused = (signalled: boolean, status: DecisionStatus, decision: StoredDecision | undefined) =>
    signalled && !(status === 'granted' && decision?.[0] === 's');
  const enter = (
    id: string,
    status: DecisionStatus | undefined,
    allowed: boolean,
    refusedBySignal = false,
    decision?: StoredDecision,
  ) => {
    entries[id] = { status, allowed, refusedBySignal, decidedAt: decision?.[1] };
  };

  for (const purpose of site.purposes) {
    const { id, exempt, signals } = purpose;
    const decision = coveringDecision(stored, purpose);
    const status = decision ? statusAt(decision, nowS, rule) : 'undecided';
    const signalled = gpc && rule.gpc === 'deny' && !!signals?.includes('gpc');
    const refusedBySignal = isRefused(signalled, status, decision);
    const allowed = isAllowed({ exempt, status, model, refusedBySignal });
    if (exempt) enter(id, undefined, allowed);
    else {
      enter(id, status, allowed, refusedBySignal, decision);
      if (isOpen(status) && !refusedBySignal) pending.push(id);
    }
  }

  for (const vendor of site.vendors) {
    const { id } = vendor;
    const purposes = vendor.purposes
      .map((purpose) => entries[purpose] as ConsentEntry)
      .filter(({ status }) => status);
    const permitted = purposes.every(({ allowed }) => allowed);
    const signalled = purposes.some(({ refusedBySignal }) => refusedBySignal);
    const decision = coveringDecision(stored, vendor);
    const own = decision && decision[0] !== 'v' ? statusAt(decision, nowS, rule) : undefined;
    const notGranted = purposes.find(({ status }) => status !== 'granted');
    if (own && !isOpen(own)) {
      const refusedBySignal = isRefused(signalled, own, decision);
      enter(id, own, isAllowed({ status: own, model, refusedBySignal }), refusedBySignal, decision);
    } else if (purposes[0] && !notGranted && permitted && (own || !decision)) {
      // Under a purpose that was granted, a vendor that was not on the notice then has not been granted.
      enter(id, own ?? 'undecided', model !== 'opt-in');
      pending.push(id);
    } else enter(id, (notGranted ?? purposes[0])?.status, permitted, signalled, decision);
  }

  return {
    entries,
    pending,
    model,
    gpc,
    unsaved,
    subject: stored?.subject,
    record: stored?.record || undefined,
    decidedAt: stored && latestTime(stored.decisions),
  };
}
