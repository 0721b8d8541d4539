import { isAllowed, type RegimeRule, statusAt } from './decision.js';
import type { StoredConsent } from './persist/codec.js';
import type { Purpose, SiteDefinition, Vendor } from './site.js';
import type { ConsentEntry, ConsentSnapshot } from './store.js';

/** What a snapshot is derived from, beside the site's definition. */
export interface Circumstances {
  readonly stored: StoredConsent | undefined;
  readonly rule: RegimeRule;
  readonly gpc: boolean;
  /** Seconds since 1970. */
  readonly nowS: number;
  readonly unsaved: boolean;
  /** There is a cookie that cannot be read, or cookies are refused: what it might have said counts as a no. */
  readonly doubt: boolean;
  /** The key of a purpose or vendor in the cookie. */
  readonly keyOf: (item: Purpose | Vendor) => string;
}

/** Works out from the stored decisions what stands and what may run. Pure. */
export function deriveSnapshot(site: SiteDefinition, now: Circumstances): ConsentSnapshot {
  const { stored, rule, gpc, nowS, unsaved, doubt, keyOf } = now;
  const { model } = rule;
  const entries: Record<string, ConsentEntry> = Object.create(null);
  const pending: string[] = [];

  for (const item of [...site.purposes, ...site.vendors] as (Purpose & Partial<Vendor>)[]) {
    const { id, purposes, signals } = item;
    // What a vendor depends on; a purpose depends on nothing.
    const parents = purposes?.map((purpose) => entries[purpose] as ConsentEntry);
    const past = stored?.decisions.get(keyOf(item));
    // The notice may have changed for it since; then it is as if it had not been decided on.
    const decision = stored && (item.since ?? 1) <= stored.noticeVersion ? past : undefined;
    const own = decision && decision[0] !== 'v' ? statusAt(decision, nowS, rule) : undefined;
    const signalled = parents
      ? parents.some(({ refusedBySignal }) => refusedBySignal)
      : gpc && rule.gpc === 'deny' && !!signals?.[0];
    // A signal counts until the visitor grants in its presence.
    const refusedBySignal = signalled && !(own === 'granted' && decision?.[0] === 's');
    const exempt = parents ? parents.every(({ status }) => !status) : item.exempt;
    let status = own ?? 'undecided';
    // A refusal that is so old that the visitor may be asked again is still the last word until then.
    const refused = refusedBySignal || doubt || 'dwr'.includes(past?.[0] as string);
    let allowed = isAllowed(exempt, status, model, refused);
    let asks = !refusedBySignal && (status === 'undecided' || status === 'expired');

    if (parents && asks) {
      const open = parents.find((parent) => parent.status && parent.status !== 'granted')?.status;
      const permitted = parents.every((parent) => parent.allowed);
      // Under purposes that were granted, a vendor that was not on the notice then has not been granted.
      asks = !open && permitted && !!(own || !decision);
      if (!asks) {
        status = open ?? 'granted';
        allowed = permitted;
      }
    }
    // Builds for sites without such a vendor leave this out, by its text (docs/decisions/0051).
    if (item.askFirst && status !== 'granted') allowed = false;
    entries[id] = exempt
      ? { allowed: true, refusedBySignal: false }
      : { status, allowed, refusedBySignal, decidedAt: decision?.[1] };
    if (asks && !exempt) pending.push(id);
  }

  return {
    entries,
    pending,
    model,
    gpc,
    unsaved,
    subject: stored?.subject,
    record: stored?.record || undefined,
  };
}
