import { compileDefinition } from '@consentry/browser/compile';
import { type ConsentryConfig, type RuleAtPlace, ruleAt } from '@consentry/config';
import {
  type ConsentManager,
  createConsentManager,
  type DecisionStatus,
  type RegimeRule,
  type SiteDefinition,
} from '@consentry/core';
import type { Catalogue } from '../adapter-catalogue.js';
import { sayRule } from './say-rule.js';
import { saySteps } from './say-steps.js';
import type { Situation } from './situation.js';
import { visitorCookie } from './visitor-cookie.js';

/**
 * Why something may run or not.
 *
 * - `exempt`: it needs no consent
 * - `granted`: the visitor said yes
 * - `unasked`: the rule lets it run until a no
 * - `signal`: the browser says no
 * - `refused`: the visitor or the controller said no
 * - `refused-earlier`: a no that may be asked about again, and is the last word until then
 * - `asked-first`: the rule lets others run, and this one waits for a yes
 * - `undecided`: the rule asks for a yes, and there is none, or none any more
 */
export type Cause =
  | 'exempt'
  | 'granted'
  | 'unasked'
  | 'signal'
  | 'refused'
  | 'refused-earlier'
  | 'asked-first'
  | 'undecided';

/** One rule that was looked at. */
export interface Step {
  /** A sentence. */
  readonly says: string;
  /** The place in the config, or the row of the table, that it follows from. */
  readonly from: string;
}

/** Why one vendor or purpose runs, or not, for one visitor. */
export interface Explanation {
  readonly id: string;
  readonly allowed: boolean;
  /** Absent for what is exempt. */
  readonly status?: DecisionStatus | undefined;
  readonly cause: Cause;
  /** A banner asks about it, or about what it follows. */
  readonly asked: boolean;
  readonly rule: RegimeRule;
  readonly kind: RuleAtPlace['kind'];
  readonly steps: readonly Step[];
  /** What would change it, found out by doing it; absent for what is exempt. */
  readonly otherwise?: string;
}

/** A visitor at a page: core's own state for them. */
export interface Visit {
  readonly config: ConsentryConfig;
  readonly site: SiteDefinition;
  readonly situation: Situation;
  readonly ruled: RuleAtPlace;
  readonly manager: ConsentManager;
  /** The same with something changed; nothing of the first is touched. */
  with(changes: { site?: SiteDefinition; situation?: Situation }): ConsentManager;
}

/**
 * Makes a visitor in this situation and lets core work out what may run. The config is the pages': without vendors that
 * work in mails.
 *
 * @param nowMs milliseconds since 1970
 */
export function visitPage(
  config: ConsentryConfig,
  catalogue: Catalogue,
  situation: Situation,
  nowMs: number,
): Visit {
  const ruled = ruleAt(config.regime, situation.place);
  const site = { ...compileDefinition(config, catalogue), regime: ruled.rule };
  const open = (definition: SiteDefinition, of: Situation) => {
    let cookie = visitorCookie(site, of, nowMs);
    return createConsentManager(definition, {
      now: () => nowMs,
      cookies: {
        read: () => (cookie === undefined ? [] : [cookie]),
        write: (value) => {
          cookie = value;
        },
      },
      tabs: { announce() {}, listen: () => () => {} },
      navigator: { globalPrivacyControl: of.gpc === true },
    });
  };
  return {
    ...{ config, site, situation, ruled },
    manager: open(site, situation),
    with: (changes) => open(changes.site ?? site, changes.situation ?? situation),
  };
}

/** Says why `id`, a purpose or vendor of the visit's site, runs or does not. What it says of the outcome is core's. */
export function explain(visit: Visit, id: string): Explanation {
  const { site, situation, ruled, manager } = visit;
  const status = manager.status(id);
  const allowed = manager.isAllowed(id);
  const { pending } = manager.$consent.get();
  const purposes = site.vendors.find((vendor) => vendor.id === id)?.purposes ?? [];
  return {
    id,
    allowed,
    status,
    cause: causeOf(visit, id),
    asked: [id, ...purposes].some((each) => pending.includes(each)),
    rule: ruled.rule,
    kind: ruled.kind,
    steps: [...sayRule(ruled, situation.place), ...saySteps(visit, id)],
    ...(status === undefined ? {} : { otherwise: sayOtherwise(visit, id, allowed) }),
  };
}

/** Found by asking core again with one thing changed, so that no rule is written down a second time. */
function causeOf(visit: Visit, id: string): Cause {
  const { site, situation, manager } = visit;
  const entry = manager.$consent.get().entries[id];
  if (!entry?.status) return 'exempt';
  if (entry.allowed) return entry.status === 'granted' ? 'granted' : 'unasked';
  if (entry.refusedBySignal) return 'signal';
  if (['denied', 'withdrawn', 'revoked'].includes(entry.status)) return 'refused';
  const patient = { ...site, vendors: site.vendors.map(({ askFirst, ...vendor }) => vendor) };
  // No signal either: a decision may have overruled it.
  const undecided = { ...situation, decisions: {}, gpc: false };
  if (visit.with({ site: patient }).isAllowed(id)) return 'asked-first';
  if (visit.with({ situation: undecided }).isAllowed(id)) return 'refused-earlier';
  return visit.with({ site: patient, situation: undecided }).isAllowed(id) ? 'refused-earlier' : 'undecided';
}

function sayOtherwise(visit: Visit, id: string, allowed: boolean): string {
  const other = visit.with({});
  other.decide({ [id]: allowed ? 'deny' : 'grant' });
  const act = allowed ? 'A no' : 'A yes';
  if (other.isAllowed(id) === allowed) return `${act} to ${id} alone would not change that.`;
  return `${act} to ${id} ${allowed ? 'stops' : 'allows'} it at once.`;
}
