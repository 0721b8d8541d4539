import type { Arrival } from './visit.js';

/** What came of a technique: each list sorted, an entry for each time it happened. */
export interface Seen {
  readonly requested: readonly string[];
  /** Paths of the third party's code that ran. */
  readonly ran: readonly string[];
  /** Kinds and names of what is stored. */
  readonly stored: readonly string[];
}

/** Media and fonts are asked for in pieces or more than once, as the browser likes. */
const IN_PIECES = /\.(wav|woff2)\b/;

/** Parts of an address in which one visit differs from another. */
const OF_THIS_VISIT =
  /^\/((acmes?|others)\/r\d+|proxy\/acme|assets\/plain)|http:\/\/r\d+\.\w+\.localhost:\d+/g;

/** Counts what arrived. Names that differ from visit to visit are left out. */
export function seenIn(arrivals: readonly Arrival[], stored: readonly string[]): Seen {
  const of = (kind: Arrival['kind']) =>
    arrivals.filter((arrival) => arrival.kind === kind).map(({ what }) => what.replace(OF_THIS_VISIT, ''));
  const requested = of('request');
  return {
    requested: requested.filter((what, i) => !IN_PIECES.test(what) || requested.indexOf(what) === i).sort(),
    ran: of('ran').sort(),
    stored: [...stored].sort(),
  };
}

/** Whether the same happened, equally often. */
export function sameAs(one: Seen, other: Seen): boolean {
  return text(one) === text(other);
}

const text = ({ requested, ran, stored }: Seen) =>
  [requested, ran, stored].map((list) => list.join('\n')).join('\0');

/** Whether nothing happened at all. */
export const nothingIn = ({ requested, ran, stored }: Seen) => !requested[0] && !ran[0] && !stored[0];
