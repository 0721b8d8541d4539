import type { RegimeRule } from '@consentry/core';

/** The rules of all places, as builds write them; whoever compiles a config has checked them. */
export interface PlaceRules {
  /** For visitors of whom no place is known, or one that no rule names: the strictest. */
  readonly unknown: RegimeRule;
  /** Each rule with its places, separated by spaces. A part of a country without a rule has its country's. */
  readonly rules: readonly (readonly [rule: RegimeRule, places: string])[];
  /** Places with their time zones, separated by spaces; absent where the site does not want zones looked at. */
  readonly zones?: readonly (readonly [place: string, zones: string])[];
  /** Where the page asks for the place when nothing has told it; the answer counts from the next page on. */
  readonly url?: string;
}

/** What a page can tell of where its visitor is. */
export interface PlacePlatform {
  readonly document: Pick<Document, 'querySelector' | 'currentScript'>;
  readonly performance: Pick<Performance, 'getEntriesByType'>;
  /** May throw. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly fetch: typeof fetch;
  /** The browser's time zone, e.g. `"Asia/Tokyo"`. */
  readonly timeZone: () => string;
}

const KEY = 'consentry-place';
/** A code that ISO 3166 leaves to everybody: for those of whom the server does not know. */
const NOWHERE = 'ZZ';
const FORM = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

/** The rule for a visitor at `place`, which may be any text. Pure. */
export function ruleForPlace({ unknown, rules }: PlaceRules, place = ''): RegimeRule {
  const find = (code: string) => rules.find(([, places]) => places.split(' ').includes(code))?.[0];
  return FORM.test(place) ? (find(place) ?? find(place.slice(0, 2)) ?? unknown) : unknown;
}

/**
 * The rule for this page's visitor, at once. Of those who may know the place the first that says anything counts: the
 * page's own HTML, the header it came with, our script's element, what the server has answered an earlier page, the
 * time zone. What it says is a stranger's text: anything but a place is no place, and nobody else is asked then.
 */
export function regimeByPlace(rules: PlaceRules, platform: PlacePlatform = browserPlatform()): RegimeRule {
  const { document, performance, storage, timeZone } = platform;
  const fromHeader = (entry: PerformanceEntry | undefined) =>
    (entry as PerformanceNavigationTiming | undefined)?.serverTiming?.find(({ name }) => name === KEY);
  const sources: (() => string | null | undefined)[] = [
    () => document.querySelector<HTMLMetaElement>(`meta[name="${KEY}"]`)?.content,
    () => fromHeader(performance.getEntriesByType('navigation')[0])?.description,
    () => (document.currentScript as HTMLElement | null)?.dataset.place,
    ...(rules.url ? [() => storage().getItem(KEY)] : []),
  ];
  for (const source of sources) {
    const said = quietly(source)?.trim().toUpperCase();
    if (said) return ruleForPlace(rules, said);
  }
  if (rules.url) askServer(rules.url, platform);
  const zone = rules.zones && quietly(timeZone);
  return ruleForPlace(rules, rules.zones?.find(([, zones]) => zone && zones.split(' ').includes(zone))?.[0]);
}

/** Asks for the place once in a session. What goes wrong leaves the strictest rule in force. */
function askServer(url: string, { fetch, storage }: PlacePlatform): void {
  fetch(url, { credentials: 'omit' })
    .then((response) => (response.ok ? response.json() : Promise.reject()))
    .then(({ place }) => storage().setItem(KEY, FORM.test(place) ? place : NOWHERE))
    .catch(() => {});
}

/** A browser that refuses to tell has told nothing. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function browserPlatform(): PlacePlatform {
  return {
    document,
    performance,
    storage: () => sessionStorage,
    fetch: (...request) => fetch(...request),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
