import {
  type DecisionStatus,
  isAllowed,
  type RegimeRule,
  type StoredDecision,
  statusAt,
} from './decision.js';
import type { StoredConsent } from './persist/codec.js';
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
  const { stored, rule, gpc } = now;
  const entries: Record<string, ConsentEntry> = Object.create(null);
  const pending: string[] = [];
  const open = (status: DecisionStatus) => status === 'undecided' || status === 'expired';

  for (const { id, exempt, signals = [], since } of site.purposes) {
    const decision = coveringDecision(stored, { id, since: since ?? 1 });
    const status = decision ? statusAt(decision, now.nowS, rule) : 'undecided';
    const refusedBySignal =
      !exempt &&
      gpc &&
      rule.gpc === 'deny' &&
      signals.includes('gpc') &&
      !(status === 'granted' && decision?.overSignal);
    const allowed = isAllowed({
      exempt,
      status,
      model: rule.model,
      refusedBySignal,
    });
    entries[id] = exempt ? { allowed, refusedBySignal } : entry(status, allowed, refusedBySignal, decision);
    if (!exempt && open(status) && !refusedBySignal) pending.push(id);
  }

  for (const vendor of site.vendors) {
    const purposes = vendor.purposes.map((id) => entries[id] as ConsentEntry);
    const decidable = purposes.filter((purpose) => purpose.status !== undefined);
    const permitted = purposes.every((purpose) => purpose.allowed);
    const refusedBySignal = purposes.some((purpose) => purpose.refusedBySignal);
    const decision = coveringDecision(stored, vendor);
    const own = decision && decision.status !== 'inherited' ? statusAt(decision, now.nowS, rule) : undefined;
    if (decidable.length === 0) {
      entries[vendor.id] = { allowed: true, refusedBySignal };
    } else if (own !== undefined && !open(own)) {
      const lifted = refusedBySignal && !(own === 'granted' && decision?.overSignal);
      const allowed = isAllowed({
        status: own,
        model: rule.model,
        refusedBySignal: lifted,
      });
      entries[vendor.id] = entry(own, allowed, lifted, decision);
    } else {
      // Under a purpose that was granted, a vendor that was not on the notice then has not been granted.
      const isNew =
        permitted && (own !== undefined || !decision) && decidable.every((p) => p.status === 'granted');
      const status = isNew
        ? (own ?? 'undecided')
        : ((decidable.find((purpose) => purpose.status !== 'granted') ?? decidable[0])?.status ??
          'undecided');
      const allowed = permitted && (!isNew || rule.model !== 'opt-in');
      entries[vendor.id] = entry(status, allowed, refusedBySignal, isNew ? undefined : decision);
      if (isNew) pending.push(vendor.id);
    }
  }

  let decidedAt = 0;
  for (const { at } of stored?.decisions.values() ?? []) decidedAt = Math.max(decidedAt, at);
  return {
    entries,
    pending,
    model: rule.model,
    gpc,
    unsaved: now.unsaved,
    ...(stored ? { subject: stored.subject, decidedAt } : {}),
    ...(stored?.record ? { record: stored.record } : {}),
  };
}

function entry(
  status: DecisionStatus,
  allowed: boolean,
  refusedBySignal: boolean,
  decision: StoredDecision | undefined,
): ConsentEntry {
  return {
    status,
    allowed,
    refusedBySignal,
    ...(decision ? { decidedAt: decision.at } : {}),
  };
}
