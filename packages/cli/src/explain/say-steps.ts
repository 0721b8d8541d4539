import type { Purpose, Vendor } from '@consentry/core';
import type { Step, Visit } from './explain.js';

/** Says what stands of a purpose or vendor and of what it follows, in the order in which rules look at it. */
export function saySteps(visit: Visit, id: string): Step[] {
  const { site, config } = visit;
  const vendor = site.vendors.find((item) => item.id === id);
  const purposes = site.purposes.filter((item) =>
    vendor ? vendor.purposes.includes(item.id) : item.id === id,
  );
  const from = config.vendors[id]?.purposes ? `vendors.${id}.purposes` : `the adapter of vendors.${id}`;
  return [
    ...(vendor ? [{ says: `${id} serves ${vendor.purposes.join(' and ')}.`, from }] : []),
    ...purposes.flatMap((purpose) => sayPurpose(visit, purpose)),
    ...(vendor ? sayVendor(visit, vendor) : []),
  ];
}

function sayPurpose(visit: Visit, purpose: Purpose): Step[] {
  const { ruled, situation } = visit;
  const { id, exempt, signals } = purpose;
  if (exempt)
    return [
      { says: `${id} is exempt: it needs no consent and is always allowed.`, from: `purposes.${id}.exempt` },
    ];
  const heeds = signals?.includes('gpc');
  const effect = visit.manager.$consent.get().entries[id]?.refusedBySignal
    ? 'and that is a no'
    : ruled.rule.gpc === 'inform'
      ? 'which here is recorded and changes nothing'
      : 'and the visitor has said yes in its presence';
  return [
    ...(situation.gpc
      ? [
          {
            says: heeds
              ? `The browser sends Global Privacy Control, ${effect} to ${id}.`
              : `The browser sends Global Privacy Control, which ${id} does not listen to.`,
            from: `purposes.${id}.signals`,
          },
        ]
      : []),
    sayDecision(visit, purpose, `purposes.${id}`),
  ];
}

function sayVendor(visit: Visit, vendor: Vendor): Step[] {
  const { site, config, situation, manager } = visit;
  const { id, purposes, askFirst } = vendor;
  if (manager.status(id) === undefined) return [];
  const decided = Object.hasOwn(situation.decisions ?? {}, id);
  const all = purposes.every((purpose) => site.purposes.some((item) => item.id === purpose && item.exempt));
  return [
    ...(decided
      ? [sayDecision(visit, vendor, `vendors.${id}`)]
      : all
        ? []
        : [
            {
              says: `Nobody has decided on ${id} by itself, so it follows its purposes: ${manager.status(id)}.`,
              from: `vendors.${id}`,
            },
          ]),
    ...(askFirst
      ? [
          {
            says: `${id} waits for a yes under every rule.`,
            from: config.vendors[id]?.askFirst ? `vendors.${id}.askFirst` : `vendors.${id}.transfer.basis`,
          },
        ]
      : []),
  ];
}

/** What was decided, and how core sees it now. */
function sayDecision(visit: Visit, { id, since = 1 }: Purpose | Vendor, path: string): Step {
  const { site, situation, manager, ruled } = visit;
  const { decisions = {}, decidedDaysAgo = 0, noticeVersion = site.noticeVersion ?? 1 } = situation;
  const status = manager.status(id);
  const said = Object.hasOwn(decisions, id) ? decisions[id] : undefined;
  if (!said) return { says: `Nobody has decided on ${id}: ${status}.`, from: path };
  const when = decidedDaysAgo === 0 ? 'now' : `${decidedDaysAgo} days ago`;
  const act = `${id} was ${said.replaceAll('-', ' ')} ${when}`;
  if (since > noticeVersion)
    return {
      says: `${act}, under version ${noticeVersion} of the notice, which has changed for it in version ${since}: ${status}.`,
      from: `${path}.since`,
    };
  const { grantDays, denyDays } = ruled.rule;
  const time = said.startsWith('granted')
    ? `a yes lasts ${grantDays} days`
    : said === 'revoked'
      ? 'which does not expire'
      : `a no is quiet for ${denyDays} days and holds until it is answered again`;
  return { says: `${act}; ${time}: ${status}.`, from: path };
}
