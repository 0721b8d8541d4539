import { randomInt } from 'node:crypto';
import { compileDefinition } from '@consentry/browser/compile';
import { ruleForPlace } from '@consentry/browser/regime-by-place';
import { explain, visitorCookie, visitPage } from '@consentry/cli';
import { type ConsentryConfig, checkConfig, compilePlaces, withStrictestRule } from '@consentry/config';
import { createConsentManager, type SiteDefinition, STRICTEST } from '@consentry/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configs, type RandomVisitor, visitorsOf } from '../explained/situations.mjs';

/** A sample; `npm run explained` compares as many as one likes with pages in a browser. */
const COUNT = Number(process.env.EXPLAINED ?? 1000);
const NOW_MS = Date.UTC(2026, 10, 22);
const DAY_MS = 86_400_000;
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));

/** A page as a build makes it, in the browser of this visitor. */
function pageFor(config: ConsentryConfig, visitor: RandomVisitor) {
  const places = compilePlaces(config.regime);
  const compiled = compileDefinition(withStrictestRule(config), {});
  const said = visitor.place?.trim().toUpperCase() || undefined;
  const site: SiteDefinition = { ...compiled, ...(places ? { regime: ruleForPlace(places, said) } : {}) };
  let cookie: string | undefined;
  const open = (definition: SiteDefinition, nowMs: number, gpc: boolean) =>
    createConsentManager(definition, {
      now: () => nowMs,
      cookies: { read: () => (cookie === undefined ? [] : [cookie]), write: (text) => void (cookie = text) },
      tabs: { announce() {}, listen: () => () => {} },
      navigator: { globalPrivacyControl: gpc },
    });
  const acts = { granted: 'grant', denied: 'deny', revoked: 'revoke' } as const;
  const wanted = Object.entries(visitor.decisions);
  if (wanted.every(([, each]) => Object.hasOwn(acts, each))) {
    // As the page itself would have stored it then, in one act.
    const noticeVersion = visitor.noticeVersion ?? 3;
    const before = <Item extends { since?: number | undefined }>(item: Item) => ({
      ...item,
      since: Math.min(item.since ?? 1, noticeVersion),
    });
    const then = {
      ...{ ...site, noticeVersion },
      ...{ purposes: site.purposes.map(before), vendors: site.vendors.map(before) },
    };
    open(then, NOW_MS - visitor.decidedDaysAgo * DAY_MS, false).decide(
      Object.fromEntries(wanted.map(([id, each]) => [id, acts[each as keyof typeof acts]])),
    );
  } else cookie = visitorCookie(site, visitor, NOW_MS);
  return open(site, NOW_MS, visitor.gpc);
}

describe(`what explain says of ${COUNT} random visitors of random sites (seed ${seed})`, () => {
  it('is what their pages do', { timeout: 600_000 }, () => {
    const cases = configs.chain((config) => visitorsOf(config).map((visitor) => ({ config, visitor })));
    const causes = new Map<string, number>();
    fc.assert(
      fc.property(cases, ({ config, visitor }) => {
        const page = pageFor(config, visitor);
        const visit = visitPage(
          config,
          {},
          { ...visitor, place: visitor.place?.trim().toUpperCase() },
          NOW_MS,
        );
        for (const id of [...Object.keys(config.purposes), ...Object.keys(config.vendors)]) {
          const { allowed, status, cause, asked, rule, otherwise } = explain(visit, id);
          causes.set(cause, (causes.get(cause) ?? 0) + 1);
          expect({ id, allowed, status }).toEqual({
            ...{ id, allowed: page.isAllowed(id), status: page.status(id) },
          });
          if (page.$consent.get().pending.includes(id)) expect(asked).toBe(true);
          // What it gives as the reason fits what it says.
          expect(['exempt', 'granted', 'unasked'].includes(cause), cause).toBe(allowed);
          if (cause === 'undecided') expect(rule.model).toBe('opt-in');
          if (cause === 'unasked' || cause === 'asked-first') expect(rule.model).not.toBe('opt-in');
          if (cause === 'signal') expect(visitor.gpc && rule.gpc === 'deny').toBe(true);
          if (cause.startsWith('refused')) expect(Object.keys(visitor.decisions)).not.toEqual([]);
          expect(cause === 'exempt').toBe(otherwise === undefined);
        }
      }),
      { numRuns: COUNT, seed },
    );
    // None of it was tested in vain.
    expect([...causes.keys()].sort()).toEqual(
      [
        'asked-first',
        'exempt',
        'granted',
        'refused',
        'refused-earlier',
        'signal',
        'unasked',
        'undecided',
      ].sort(),
    );
  });

  it('is said of sites that can be built', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(configs, (config) => {
        expect(checkConfig(config, {}).problems).toBeUndefined();
      }),
      { numRuns: 30, seed },
    );
  });

  it('takes the strictest rule from where core has it', () => {
    const config = { site: 's', languages: ['en'], purposes: {}, vendors: {} };
    expect(visitPage(config, {}, {}, NOW_MS).ruled.rule).toEqual(STRICTEST);
  });
});
