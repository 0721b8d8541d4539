// What is recorded of what Google is told: two sites, and visitors' stories on them. Played by unit tests on happy-dom
// and by the browsers, against the same vectors.

import type { ConsentryConfig } from '@consentry/config';

// Google's scripts have stand-ins on the site itself: nothing in a test reaches for the world.
const TAG = '/google/gtag.js';
const CONTAINER = '/google/gtm.js';

/** The sites, by name; `beforeGrant` as in the adapters' options. */
export const SITES: Readonly<Record<'plain' | 'family', (beforeGrant: string) => ConsentryConfig>> = {
  /** Google Analytics alone, and not a word about Google besides. */
  plain: (beforeGrant) => ({
    ...COMMON,
    vendors: { 'google-analytics': { options: { measurementId: 'G-TEST1', beforeGrant, src: TAG } } },
  }),
  /** The whole family, with every setting there is. */
  family: (beforeGrant) => ({
    ...COMMON,
    google: {
      regions: [
        { codes: ['US', 'CA'], granted: ['analytics_storage', 'ad_storage'] },
        { codes: ['US-CA', 'CA-QC'], granted: [] },
      ],
      waitForUpdate: 500,
      urlPassthrough: true,
      adsDataRedaction: true,
    },
    vendors: {
      'google-tag-manager': { options: { containerId: 'GTM-TEST1', beforeGrant, src: CONTAINER } },
      'google-analytics': { options: { measurementId: 'G-TEST1', beforeGrant, src: TAG } },
      'google-ads': { options: { conversionId: 'AW-1001', beforeGrant, src: TAG } },
      'google-floodlight': { options: { advertiserId: 'DC-1001', beforeGrant, src: TAG } },
    },
  }),
};

const COMMON = {
  site: 'shop',
  languages: ['en'],
  purposes: {
    functional: { label: 'Comfort' },
    analytics: { label: 'Measuring' },
    marketing: { label: 'Advertising' },
  },
};

/** Google's basic mode and its advanced one. */
export const MODES: readonly string[] = ['nothing', 'cookieless-pings'];

/** What a visitor does: choices by purpose. */
export const ACTS: Readonly<Record<string, Readonly<Record<string, 'grant' | 'deny'>>>> = {
  grant: { functional: 'grant', analytics: 'grant', marketing: 'grant' },
  deny: { functional: 'deny', analytics: 'deny', marketing: 'deny' },
  withdraw: { functional: 'deny', analytics: 'deny', marketing: 'deny' },
  'grant analytics, deny the rest': { functional: 'deny', analytics: 'grant', marketing: 'deny' },
  'grant marketing, deny the rest': { functional: 'deny', analytics: 'deny', marketing: 'grant' },
};

const STORIES: readonly (readonly string[])[] = [
  [],
  ['grant'],
  ['deny'],
  ['grant analytics, deny the rest'],
  ['grant marketing, deny the rest'],
  ['grant', 'withdraw'],
  ['grant', 'withdraw', 'grant'],
];

/** What happens on a page, or (to a returning visitor) on the page before it. */
export interface Story {
  readonly site: string;
  readonly beforeGrant: string;
  readonly visitor: string;
  readonly acts: readonly string[];
}

/** Every story there is. */
export const ALL: readonly Story[] = Object.keys(SITES).flatMap((site) =>
  MODES.flatMap((beforeGrant) =>
    ['new', 'returning'].flatMap((visitor) =>
      STORIES.filter((acts) => visitor === 'new' || acts[0]).map((acts) => ({
        site,
        beforeGrant,
        visitor,
        acts,
      })),
    ),
  ),
);

/**
 * Writes down, in order, everything that Google could notice of this page: what goes into the data layer, scripts,
 * the flag that silences Analytics, and what the visitor did meanwhile. Runs in the page before everything else, as
 * text too, so it needs nothing from outside itself.
 */
export function recordGoogle() {
  const page = window as unknown as { dataLayer?: object[] };
  const key = 'google-log';
  const before = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  const log: unknown[][] = before ? [...JSON.parse(before), ['page', 'loaded anew']] : [];
  let told = 0;
  // Dates differ from run to run; that it is one does not.
  const plain = (value: unknown) => (value instanceof Date ? 'a date' : value);
  const flush = () => {
    const layer = page.dataLayer ?? [];
    for (; told < layer.length; told++) {
      const entry = layer[told] as object;
      if (Object.prototype.toString.call(entry) === '[object Arguments]')
        log.push(Array.from(entry as ArrayLike<unknown>, plain));
      else log.push(['pushed', 'gtm.start' in entry ? { ...entry, 'gtm.start': 'a date' } : entry]);
    }
  };
  const note = (...entry: unknown[]) => {
    flush();
    log.push(entry);
  };
  let off: unknown;
  Object.defineProperty(window, 'ga-disable-G-TEST1', {
    configurable: true,
    get: () => off,
    set(value) {
      off = value;
      note('ga-disable', value);
    },
  });
  const { documentElement } = document;
  const { append } = documentElement;
  documentElement.append = (...nodes) => {
    // Not our own files.
    for (const { src } of nodes as HTMLScriptElement[])
      if (src?.includes('/google/')) note('script', new URL(src).pathname);
    append.apply(documentElement, nodes);
  };
  const onPageHide = () => {
    flush();
    sessionStorage.setItem(key, JSON.stringify(log));
  };
  window.addEventListener('pagehide', onPageHide);
  /** Nothing of this page is told to the next one. */
  const end = () => {
    flush();
    window.removeEventListener('pagehide', onPageHide);
  };
  return { log, note, flush, end };
}
