import { HttpProblem } from '../http-problem.js';
import { readBody } from '../read-body.js';
import type { ReceiptStore } from '../store.js';
import { createGroupCommit } from '../stores/group-commit.js';
import { readCountry } from './country.js';
import { addUp, type Count, type CountKey, writeKey } from './counts.js';

/** What counting banners needs. */
export interface ShownCounting {
  readonly store: Pick<ReceiptStore, 'counters' | 'getShown'>;
  /** Site ids that are counted; empty for all. */
  readonly sites: ReadonlySet<string>;
  readonly countryHeader: string | undefined;
  readonly now: () => number;
}

const MEMBERS = new Set(['site', 'version', 'language', 'hash']);

/**
 * Counts banners that were shown: `{"site","version","language","hash"}` and nothing else, so that no reference to
 * anybody can ride along. What arrives during one commit goes into the next, as with records.
 */
export function createShownCounter({ store, sites, countryHeader, now }: ShownCounting) {
  const { add } = createGroupCommit<Count, undefined>(async (counts) => {
    await store.counters.add(addUp(counts));
    return counts.map(() => undefined);
  });
  const known = new Map<string, boolean>();
  const isKnown = async (hash: string) => {
    if (known.size > 1000) known.clear();
    const found = known.get(hash) ?? (await store.getShown(hash)) !== undefined;
    known.set(hash, found);
    return found;
  };
  return async (request: Request): Promise<Response> => {
    const shown = readShown(await readBody(request));
    if (!shown || (sites.size > 0 && !sites.has(shown.site)))
      throw new HttpProblem(400, 'invalid-body', 'This is no banner of this site.');
    // A stranger may make up hashes, and each would be a row of its own.
    const layout = shown.layout && (await isKnown(shown.layout)) ? shown.layout : '';
    const country = readCountry(request, countryHeader);
    const key = writeKey({ ...shown, layout, country, topic: '', outcome: 'shown' });
    await add({ day: new Date(now()).toISOString().slice(0, 10), key, count: 1 });
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  };
}

function readShown(text: string): Pick<CountKey, 'site' | 'version' | 'language' | 'layout'> | undefined {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !Object.keys(value).every((name) => MEMBERS.has(name)))
    return undefined;
  const { site, version, language = '', hash = '' } = value;
  const isShown =
    typeof site === 'string' &&
    /^[a-z][a-z0-9-]{0,49}$/.test(site) &&
    Number.isInteger(version) &&
    (version as number) >= 1 &&
    (version as number) < 36 ** 6 &&
    /^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4})?$/.test(String(language)) &&
    /^(sha256-[\w-]{43})?$/.test(String(hash));
  return isShown
    ? { site, version: version as number, language: String(language), layout: String(hash) }
    : undefined;
}
