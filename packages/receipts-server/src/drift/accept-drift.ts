import { HttpProblem } from '../http-problem.js';
import { readBody } from '../read-body.js';
import type { ReceiptStore } from '../store.js';
import { createGroupCommit } from '../stores/group-commit.js';
import { isHostName } from './host-name.js';
import { DRIFT_KINDS, type DriftKind, type Sighting } from './sightings.js';

/** Days that sightings are kept. */
export const DRIFT_DAYS = 90;
/** Most different hosts of a site that are kept. */
export const MOST_DRIFT_HOSTS = 200;
/** Most hosts that one page view tells of, as in the page. */
const MOST_AT_ONCE = 20;
const MOST_BYTES = 4096;
const DAY_MS = 86_400_000;
const MEMBERS = new Set<string>(['site', ...DRIFT_KINDS]);

/** What taking reports needs. */
export interface DriftReports {
  readonly store: Pick<ReceiptStore, 'sightings'>;
  /** Site ids that are counted; empty for all. */
  readonly sites: ReadonlySet<string>;
  readonly now: () => number;
}

/**
 * Takes what a page met: `{"site", "unlisted": [host, …], "stopped": […], "withheld": […]}` and nothing else, so that no
 * reference to anybody can ride along. Anybody may post this: it is a hint, never evidence. What arrives during one
 * commit goes into the next, as with records.
 */
export function createDriftTaker({ store, sites, now }: DriftReports) {
  const { add } = createGroupCommit<readonly Sighting[], undefined>(async (reports) => {
    const since = new Date(now() - DRIFT_DAYS * DAY_MS).toISOString().slice(0, 10);
    await store.sightings.add({ sightings: reports.flat(), since, mostHosts: MOST_DRIFT_HOSTS });
    return reports.map(() => undefined);
  });
  return async (request: Request): Promise<Response> => {
    const report = readReport(await readBody(request, MOST_BYTES));
    if (!report || (sites.size > 0 && !sites.has(report.site)))
      throw new HttpProblem(400, 'invalid-body', 'This is no report of hosts that pages of this site met.');
    const at = new Date(now()).toISOString();
    await add(report.hosts.map(([kind, host]) => ({ site: report.site, host, kind, at })));
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  };
}

function readReport(
  text: string,
): { readonly site: string; readonly hosts: readonly (readonly [DriftKind, string])[] } | undefined {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !Object.keys(value).every((name) => MEMBERS.has(name)))
    return undefined;
  const { site } = value;
  if (typeof site !== 'string' || !/^[a-z][a-z0-9-]{0,49}$/.test(site)) return undefined;
  const hosts: [DriftKind, string][] = [];
  for (const kind of DRIFT_KINDS) {
    const names = value[kind] ?? [];
    if (!Array.isArray(names)) return undefined;
    for (const name of new Set(names)) {
      if (typeof name !== 'string' || !isHostName(name)) return undefined;
      hosts.push([kind, name]);
    }
  }
  return hosts.length > 0 && hosts.length <= MOST_AT_ONCE ? { site, hosts } : undefined;
}
