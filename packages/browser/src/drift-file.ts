import { handOver } from './hand-over.js';
import { isLocalPage } from './local-page.js';
import type { PageHost } from './parts.js';
import { type DriftHosts, type Met, watchDrift } from './watch-drift.js';

/** What a build tells its file about drift. */
export interface DriftBuild extends DriftHosts {
  /** Where the site's own server takes reports; absent where nobody but the console is told. */
  readonly endpoint?: string;
}

/** The whole of the file that compares what a page contacts with what its config names. */
export function driftFile(build: DriftBuild): void {
  handOver().deliver((host: PageHost) =>
    watchDrift(host, build, (met) => tell(met, host.id, build.endpoint)),
  );
}

/** Says it in the console of a local page, and to the site's own server. */
export function tell(met: Met, site: string, endpoint: string | undefined, { location } = window): void {
  if (isLocalPage(location)) console.warn(inWords(met));
  if (endpoint)
    fetch(endpoint, {
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Not JSON by name: across origins that would cost a preflight.
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ site, ...met }),
    }).catch(() => {}); // a hint is not worth an error
}

function inWords({ unlisted = [], stopped = [], withheld = [] }: Met): string {
  return [
    'Consentry: this page and consentry.json have drifted apart.',
    ...unlisted.map((host) => `  ${host} was contacted, and belongs to nobody in the file`),
    ...stopped.map((host) => `  ${host} belongs to nobody in the file; the page's policy stopped it`),
    ...withheld.map((host) => `  ${host} was contacted while its vendor is withheld`),
    `npx consentry drift ${[...unlisted, ...stopped, ...withheld].join(' ')} says who that may be and what to do.`,
  ].join('\n');
}
