/**
 * How a page met a host that its config does not account for.
 *
 * - `unlisted`: it was contacted, and belongs to nobody in the config
 * - `stopped`: as unlisted, but a policy of the page stopped it
 * - `withheld`: it belongs to a vendor of the config, and was contacted while that vendor was withheld
 */
export type DriftKind = 'unlisted' | 'stopped' | 'withheld';

/** All kinds, in the order they are shown. */
export const DRIFT_KINDS: readonly DriftKind[] = ['withheld', 'unlisted', 'stopped'];

/** That page views of a site met a host. Nothing here is of a visitor. */
export interface Sighting {
  readonly site: string;
  /** Name of the host, as `isHostName` lets it through. */
  readonly host: string;
  readonly kind: DriftKind;
  /** ISO time, by the server's clock. */
  readonly at: string;
}

/** The sightings of one day. */
export interface DayOfSightings {
  readonly site: string;
  readonly host: string;
  readonly kind: DriftKind;
  /** E.g. `"2026-11-22"`, in UTC. */
  readonly day: string;
  /** Page views that told of it. */
  readonly count: number;
  /** ISO times of the first and the last of that day. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** What a store does with sightings. */
export interface Sightings {
  /**
   * Counts sightings. Days before `since` are deleted, and of each site that is named the least seen hosts beyond
   * `mostHosts`: whoever makes hosts up crowds out what was made up, and not what pages see every day.
   */
  readonly add: (what: {
    readonly sightings: readonly Sighting[];
    readonly since: string;
    readonly mostHosts: number;
  }) => Promise<void>;
  /** By site, host, kind and day. */
  readonly list: () => Promise<DayOfSightings[]>;
}

/** Sightings of one kind and day as one row, in an order in which no two writers wait for each other. */
export function addUpSightings(sightings: readonly Sighting[]): DayOfSightings[] {
  const days = new Map<string, DayOfSightings>();
  for (const { site, host, kind, at } of sightings) {
    const day = at.slice(0, 10);
    const key = [site, host, kind, day].join(' ');
    const { count = 0, firstAt = at, lastAt = at } = days.get(key) ?? {};
    days.set(key, {
      ...{ site, host, kind, day, count: count + 1 },
      firstAt: earlier(at, firstAt),
      lastAt: later(at, lastAt),
    });
  }
  return [...days.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, day]) => day);
}

/** Of ISO times, which sort as texts. */
export const earlier = (one: string, other: string) => [one, other].sort()[0] as string;
/** @see earlier */
export const later = (one: string, other: string) => [one, other].sort()[1] as string;
