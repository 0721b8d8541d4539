import { type ChoiceAct, createConsentManager, type SiteDefinition } from '@consentry/core';
import type { Said, Situation } from './situation.js';

const DAY_MS = 86_400_000;
/**
 * The consent cookie of a visitor in this situation, written by the code that pages write it with; nothing for one who
 * has not decided.
 *
 * @param nowMs milliseconds since 1970
 */
export function visitorCookie(site: SiteDefinition, situation: Situation, nowMs: number): string | undefined {
  const { decisions = {}, decidedDaysAgo = 0, noticeVersion = site.noticeVersion ?? 1 } = situation;
  let text: string | undefined;
  const then = asOf(site, noticeVersion);
  /** One act on everything it names; what is not named in it, a choice on its purpose would take back. */
  const act = (gpc: boolean, actOn: (said: Said) => ChoiceAct | undefined) => {
    const choices = Object.entries(decisions).flatMap(([id, said]) => {
      const wanted = actOn(said);
      return wanted ? [[id, wanted] as const] : [];
    });
    createConsentManager(then, {
      now: () => nowMs - decidedDaysAgo * DAY_MS,
      cookies: {
        read: () => (text === undefined ? [] : [text]),
        write: (value) => {
          text = value;
        },
      },
      tabs: { announce() {}, listen: () => () => {} },
      navigator: { globalPrivacyControl: gpc },
    }).decide(Object.fromEntries(choices));
  };
  const no = (said: Said) => (said === 'denied' ? 'deny' : said === 'revoked' ? 'revoke' : undefined);
  const all = Object.values(decisions);
  // In the presence of the signal first: what is granted again without it stays what it was.
  if (all.includes('granted-despite-signal'))
    act(true, (said) => no(said) ?? (said === 'granted-despite-signal' ? 'grant' : undefined));
  if (all.length > 0) act(false, (said) => no(said) ?? 'grant');
  if (all.includes('withdrawn')) act(false, (said) => no(said) ?? (said === 'withdrawn' ? 'deny' : 'grant'));
  return text;
}

/** The site as it was under an earlier notice: whatever has changed since was there, as it was before. */
function asOf(site: SiteDefinition, noticeVersion: number): SiteDefinition {
  const before = <Item extends { readonly since?: number | undefined }>(item: Item) => ({
    ...item,
    since: Math.min(item.since ?? 1, noticeVersion),
  });
  return { ...site, noticeVersion, purposes: site.purposes.map(before), vendors: site.vendors.map(before) };
}
