/**
 * What is counted of an act.
 *
 * - `grant`, `deny`, `withdraw`, `revoke`: what was chosen about a topic
 * - `answered`: a banner was answered; has no topic
 * - `shown`: a banner was shown; has no topic, and comes from no record
 */
export type Outcome = 'grant' | 'deny' | 'withdraw' | 'revoke' | 'answered' | 'shown';

/** What a count is about. Nothing here means a person. */
export interface CountKey {
  readonly site: string;
  /** Version of the notice. */
  readonly version: number;
  /** Language tag of what was shown; empty when nothing was. */
  readonly language: string;
  /** Hash of what was shown; empty when nothing was. */
  readonly layout: string;
  /** ISO 3166-1 code in upper case; empty where the server does not know it. */
  readonly country: string;
  /** Id of a purpose or vendor; empty for `answered` and `shown`. */
  readonly topic: string;
  readonly outcome: Outcome;
}

/** How often something happened on one day. */
export interface Count {
  /** UTC, e.g. `"2026-11-22"`, by the server's clock. */
  readonly day: string;
  /** A {@link CountKey} as {@link writeKey} writes it. */
  readonly key: string;
  readonly count: number;
}

const CHOICES = new Set(['grant', 'deny', 'withdraw', 'revoke']);

/** A key as it is stored: no two keys have one text, and no character in it troubles a database. */
export function writeKey({ site, version, language, layout, country, topic, outcome }: CountKey): string {
  return JSON.stringify([site, version, language, layout, country, topic, outcome]);
}

/** Reads what {@link writeKey} wrote. */
export function readKey(text: string): CountKey {
  const [site, version, language, layout, country, topic, outcome] = JSON.parse(text);
  return { site, version, language, layout, country, topic, outcome };
}

/** A stored key without its country, which no record knows. */
export function withoutCountry(key: string): string {
  return writeKey({ ...readKey(key), country: '' });
}

/** What of a record is counted; of any type, since stores keep whatever they are given. */
type Counted = { readonly [Member in 'site' | 'notice' | 'choices' | 'via']?: unknown };

/**
 * The keys that a record counts for, each once. What is no record counts for nothing.
 *
 * @param country see {@link CountKey}; known only while the request is there
 */
export function countKeysOf({ site, notice, choices, via }: Counted, country = ''): string[] {
  const { version, language = '', hash = '' } = (notice ?? {}) as Record<string, unknown>;
  if (typeof site !== 'string' || typeof version !== 'number') return [];
  // What `writeKey` writes, with the part that all keys of a record share written once.
  const shared = JSON.stringify([site, version, String(language), String(hash), country]).slice(0, -1);
  const one = (topic: string, outcome: Outcome) => `${shared},${JSON.stringify(topic)},"${outcome}"]`;
  const chosen = Object.entries((choices ?? {}) as Record<string, Outcome>)
    .filter(([topic, choice]) => topic !== '' && CHOICES.has(choice))
    .map(([topic, choice]) => one(topic, choice));
  return via === 'banner' ? [...chosen, one('', 'answered')] : chosen;
}

/** The same of a record's text. One that is no record counts for nothing. */
export function countKeysIn(text: string, country?: string): string[] {
  try {
    return countKeysOf(JSON.parse(text) ?? {}, country);
  } catch {
    return [];
  }
}

/** One of each key, on the day on which their record was received. */
export function countEach(keys: readonly string[], receivedAt: string): Count[] {
  const day = receivedAt.slice(0, 10);
  return keys.map((key) => ({ day, key, count: 1 }));
}

/** What a stored record adds to the counts. */
export function countsOf(
  { text, receivedAt }: { readonly text: string; readonly receivedAt: string },
  country?: string,
): Count[] {
  return countEach(countKeysIn(text, country), receivedAt);
}

/** One count for each distinct day and key, in the order of days and keys: whoever writes locks in the same order. */
export function addUp(counts: Iterable<Count>): Count[] {
  const sums = new Map<string, Count>();
  for (const { day, key, count } of counts) {
    const name = `${day}${key}`;
    const before = sums.get(name);
    sums.set(name, { day, key, count: count + (before?.count ?? 0) });
  }
  // By code units, as SQLite and the collation C do for what stands here.
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}
