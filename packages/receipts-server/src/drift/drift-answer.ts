import { type DayOfSightings, DRIFT_KINDS, type DriftKind, earlier, later } from './sightings.js';

/** A host that pages met, over all days that are kept. */
export interface DriftedHost {
  readonly site: string;
  readonly host: string;
  readonly kind: DriftKind;
  /** ISO times. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Page views that told of it; of the sample, not of all. */
  readonly count: number;
  /** The same by day. */
  readonly days: Readonly<Record<string, number>>;
}

/** Puts the days of each host together: first what needs somebody soonest, then what is seen most. */
export function summariseDrift(days: readonly DayOfSightings[]): DriftedHost[] {
  const hosts = new Map<string, DriftedHost>();
  for (const { site, host, kind, day, count, firstAt, lastAt } of days) {
    const key = [site, host, kind].join(' ');
    const before = hosts.get(key);
    hosts.set(key, {
      ...{ site, host, kind },
      firstSeen: earlier(before?.firstSeen ?? firstAt, firstAt),
      lastSeen: later(before?.lastSeen ?? lastAt, lastAt),
      count: (before?.count ?? 0) + count,
      days: { ...before?.days, [day]: count },
    });
  }
  const rank = ({ kind }: DriftedHost) => DRIFT_KINDS.indexOf(kind);
  return [...hosts.values()].sort(
    (one, other) => rank(one) - rank(other) || other.count - one.count || (one.host < other.host ? -1 : 1),
  );
}
