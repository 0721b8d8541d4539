import type { CaseResult, Check } from './judge.js';
import type { LayerName } from './layers.js';

/** Why a case cannot pass. */
export interface KnownLeak {
  readonly layers: readonly LayerName[];
  readonly engines: readonly CaseResult['engine'][];
  /** The checks that fail. Code of a vendor that runs before a grant is never excused unless `runs` is set. */
  readonly checks: readonly Check[];
  readonly runs?: true;
  /** The proof, in a sentence or two. */
  readonly why: string;
}

const EVERYWHERE = ['chromium', 'firefox', 'webkit'] as const;
const ALL_OF_THE_VENDOR = ['withheld', 'once', 'silent'] as const;

const UNDECLARED_REDIRECT: KnownLeak = {
  layers: ['page'],
  engines: EVERYWHERE,
  checks: ALL_OF_THE_VENDOR,
  runs: true,
  why: "A redirect of the site's own server that the config does not name: the page asks for an address of the site itself, and where the answer sends the browser no script is told before it is there. Declare the path under the vendor's hosts, or use a layer with a policy, which browsers apply to every step.",
};

/** Cases that nothing in the page can stop, by id. One that passes after all is reported, so that the list stays true. */
export const KNOWN_LEAKS: Readonly<Record<string, readonly KnownLeak[]>> = {
  'url-redirect-undeclared-script': [UNDECLARED_REDIRECT],
  'url-redirect-undeclared-fetch': [UNDECLARED_REDIRECT],
  'url-redirect-undeclared-frame': [UNDECLARED_REDIRECT],
  'service-worker': [
    {
      layers: ['page', 'strict'],
      engines: EVERYWHERE,
      checks: ALL_OF_THE_VENDOR,
      why: "The site's own service worker is fetched by the browser, runs outside every page, and obeys the policy of its own response alone. What it sends is the site's to withhold.",
    },
  ],
};
