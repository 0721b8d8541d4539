import type { CaseResult, Check } from './judge.js';
import type { LayerName } from './layers.js';

/** Why a case cannot pass. */
export interface KnownLeak {
  readonly layers: readonly LayerName[];
  readonly engines: readonly CaseResult['engine'][];
  /** The checks that fail. Code of a vendor that runs before a grant is never excused unless `runs` is set. */
  readonly checks: readonly Check[];
  readonly runs?: true;
  /** Set where it depends on who is first, so that it may pass as well. */
  readonly race?: true;
  /** Set where a script could stop it, for more bytes on every page view than it is worth: the policies do. */
  readonly left?: true;
  /** The proof, in a sentence or two. */
  readonly why: string;
}

const EVERYWHERE = ['chromium', 'firefox', 'webkit'] as const;
const OF_THE_VENDOR = {
  layers: ['page'],
  engines: EVERYWHERE,
  checks: ['withheld', 'once', 'silent'],
} as const;
const LEFT = { ...OF_THE_VENDOR, left: true } as const;

const LEAKS: readonly [leak: KnownLeak, ids: string][] = [
  [
    {
      ...OF_THE_VENDOR,
      race: true,
      why: 'The browser asks for it in the same step in which its parser puts it into the page. A page hears of new elements at the end of such a step (DOM, mutation observer microtask), when the request has left; what it would do then no longer happens.',
    },
    'embed-src iframe-hidden iframe-lazy-in-view iframe-sandbox iframe-src link-modulepreload link-prefetch link-preload-fetch link-preload-font link-preload-image link-preload-imagesrcset link-preload-script link-preload-style link-stylesheet link-stylesheet-alternate link-stylesheet-body link-stylesheet-print object-data object-image style-import style-import-url-layer svg-fe-image url-data-stylesheet',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['page', 'strict'],
      engines: ['firefox', 'webkit'],
      race: true,
      why: "The browser looks ahead of its parser and asks for what the HTML names before a script of the page runs, or can put a policy there; Chromium's look-ahead waits for the fence, these do not know it. No code runs: scripts are stopped when the parser comes to them.",
    },
    'base-relative-image base-relative-script declarative-shadow-image-closed declarative-shadow-script link-modulepreload link-preload-fetch link-preload-font link-preload-image link-preload-imagesrcset link-preload-script link-preload-style link-stylesheet link-stylesheet-alternate link-stylesheet-body link-stylesheet-print style-import style-import-of-own-sheet style-import-url-layer svg-fe-image image-tag img-hidden img-lazy-in-view img-many img-src img-srcset img-srcset-second input-image noscript-untouched-markup picture-source script-async script-body script-classic script-crossorigin script-defer script-many script-module script-module-async script-referrerpolicy-charset script-svg script-svg-xlink script-text-javascript style-background style-cursor svg-image svg-image-xlink url-data-stylesheet url-entities-in-html url-idn-in-html url-path-in-html url-redirect-declared-script video-poster',
  ],
  [
    {
      ...OF_THE_VENDOR,
      engines: ['webkit'],
      checks: ['once'],
      why: 'It is withheld and stays so until the next page: WebKit asks for an icon once, when a page has loaded.',
    },
    'link-icon',
  ],
  [
    {
      ...OF_THE_VENDOR,
      why: "What a style sheet file of the site's own leads to is read and asked for by the browser's style engine; no script is told before.",
    },
    'style-import-of-own-sheet style-of-own-sheet',
  ],
  [
    {
      ...OF_THE_VENDOR,
      runs: true,
      why: 'import is syntax and no function: nothing can be put before it, and what a module file or a computed address leads to is in no text that the page has seen.',
    },
    'import-own import-variable script-inline-module-import-of-own',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['page', 'strict'],
      runs: true,
      why: "A worker from a file of the site's own has globals that no page can reach, the page never sees the file, and its policy is that of its own response.",
    },
    'shared-worker worker-own-file worker-own-file-imports worker-own-module-dynamic',
  ],
  [
    {
      ...OF_THE_VENDOR,
      runs: true,
      why: "A worker from a file of the site's own has globals that no page can reach, and the page never sees the file.",
    },
    'worker-own-module',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['strict'],
      engines: ['firefox', 'webkit'],
      runs: true,
      why: "What a worker from a file of the site's own imports is held by Chromium against the policy of the page that started it, by these against that of the worker's own response alone.",
    },
    'worker-own-module',
  ],
  [
    {
      layers: ['page', 'strict', 'header'],
      engines: EVERYWHERE,
      checks: ['withheld', 'once', 'silent'],
      why: "The site's own service worker runs outside every page and obeys the policy of its own response alone, which stays what it was at its installation whatever the visitor decides later. What it sends is the site's to withhold.",
    },
    'service-worker',
  ],
  [
    {
      ...OF_THE_VENDOR,
      runs: true,
      why: 'location cannot be redefined (HTML, LegacyUnforgeable), and a frame that has not been anywhere yet fires no navigate event that could be cancelled.',
    },
    'navigate-frame-document-location navigate-frame-location navigate-frame-location-assign navigate-frame-location-href navigate-frame-location-replace',
  ],
  [
    {
      ...OF_THE_VENDOR,
      engines: ['webkit'],
      runs: true,
      why: 'location cannot be redefined (HTML, LegacyUnforgeable), and this browser has no Navigation API, whose navigate event could be cancelled.',
    },
    'navigate-frame-location-host',
  ],
  [
    {
      ...OF_THE_VENDOR,
      runs: true,
      why: 'The root that the parser makes of a closed declarative template is given to no script, and no observer looks into it.',
    },
    'declarative-shadow-frame-closed declarative-shadow-image-closed declarative-shadow-style-closed',
  ],
  [
    {
      ...OF_THE_VENDOR,
      runs: true,
      why: "A redirect of the site's own server that the config does not name: the page asks for an address of the site itself, and where the answer sends the browser no script is told before it is there. Declare the path under the vendor's hosts, or use a layer with a policy, which browsers apply to every step.",
    },
    'url-redirect-undeclared-fetch url-redirect-undeclared-frame url-redirect-undeclared-script',
  ],
  [
    {
      ...OF_THE_VENDOR,
      checks: ['once'],
      why: 'It is withheld and stays so until the next page: the root of a closed declarative template is given to no script, so what is withheld in it cannot be found again.',
    },
    'dyn-parse-declarative-shadow',
  ],
  [
    {
      ...OF_THE_VENDOR,
      checks: ['once'],
      why: 'It is withheld and stays so until the next page: a javascript: address is never taken from an attribute of ours, or whoever may write attributes into a page, but no scripts, could run some.',
    },
    'iframe-javascript-url',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['header'],
      checks: ['silent'],
      race: true,
      why: 'A page that came while the vendor was allowed has no policy against it; until the next one comes, what a script cannot stop is not stopped.',
    },
    'navigate-frame-document-location navigate-frame-location navigate-frame-location-assign navigate-frame-location-host navigate-frame-location-href navigate-frame-location-replace realm-use-import shared-worker url-redirect-undeclared-fetch worker-blob-later worker-own-file worker-own-file-imports worker-own-module worker-own-module-dynamic',
  ],
  [
    {
      layers: ['strict', 'header'],
      engines: EVERYWHERE,
      checks: ['once', 'neutral'],
      why: 'For a policy, a host with a full stop at its end is another host (CSP, host-part matching): it is withheld from whoever does not name it in that way.',
    },
    'url-fetch-trailing-dot url-script-trailing-dot',
  ],
  [
    {
      ...LEFT,
      why: 'Only a stand-in for every style of every rule would notice it.',
    },
    'dyn-css-rule-style',
  ],
  [
    {
      ...LEFT,
      why: 'Only our code in front of the text of every worker would notice what it is told later.',
    },
    'worker-blob-later',
  ],
  [
    {
      ...LEFT,
      why: 'Setters are guarded when the first element of their kind is made, and a fresh frame has made none.',
    },
    'realm-use-borrowed-setter',
  ],
  [
    {
      ...LEFT,
      checks: ['once'],
      why: 'It is withheld and stays so until the next page: the map of attributes, or the value in SVG, does not say whose it is.',
    },
    'address-image-named-item address-script-named-item dyn-svg-image-base-val',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['strict', 'header'],
      engines: ['firefox'],
      checks: ['once'],
      race: true,
      why: 'It is withheld and stays so until the style differs or the browser has forgotten it: Firefox remembers of a style element, by its text and beyond the page, that an image of it was refused. So it does on a page without any script.',
    },
    'declarative-shadow-style-closed dyn-css-style-element dyn-css-style-text-node dyn-css-text-node-data style-background style-border-image style-content style-cursor style-escapes style-image-set style-list-style style-mask svg-style-element',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['strict'],
      engines: ['firefox'],
      checks: ['once'],
      why: 'It is withheld and stays so until the next navigation: after the reload Firefox shows in a frame what was in it before, and a javascript: address is never taken from an attribute by a script of ours.',
    },
    'iframe-javascript-url',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['strict'],
      engines: ['firefox'],
      runs: true,
      race: true,
      why: "Firefox fetches modules that the HTML names ahead of its parser, and what they import when they have come: a policy that a script inserts may be later than that. The header's is not.",
    },
    'script-inline-module-import-of-own',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['strict'],
      engines: ['webkit'],
      runs: true,
      race: true,
      why: "WebKit asks for scripts that the HTML names ahead of its parser, and runs what it has got in this way: where its own server sends it on, undeclared, it holds that against no policy a script has inserted since. The header's it obeys.",
    },
    'url-redirect-undeclared-script',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['header'],
      engines: ['webkit'],
      checks: ['once'],
      race: true,
      why: 'It is withheld and stays so while WebKit remembers the style: of a style element that it knows by its text, it does not ask again for an image in a custom property that was refused. So it does on a page without any script.',
    },
    'style-custom-property',
  ],
  [
    {
      ...OF_THE_VENDOR,
      layers: ['header'],
      engines: ['webkit'],
      checks: ['once'],
      race: true,
      why: 'It is withheld, and WebKit does not follow the hint on the next page either; why is not known. Whatever uses the data asks for it by itself.',
    },
    'link-preload-fetch',
  ],
];

/** What fails and is explained, by case. One that passes after all is reported, so that the list stays true. */
export const KNOWN_LEAKS: Readonly<Record<string, readonly KnownLeak[]>> = (() => {
  const byCase: Record<string, KnownLeak[]> = {};
  for (const [leak, ids] of LEAKS)
    for (const id of ids.split(' ')) {
      byCase[id] ??= [];
      byCase[id].push(leak);
    }
  return byCase;
})();
