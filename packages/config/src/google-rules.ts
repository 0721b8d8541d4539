import { iso31661, iso31662 } from 'iso-3166';
import { type Problem, withSuggestion } from './problem.js';
import type { ConsentryConfig } from './schema.js';

const CODES = new Set([
  ...iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2),
  ...iso31662.map(({ code }) => code),
]);
/** Where nothing may be granted before a visitor has answered: the EEA, the United Kingdom and Switzerland. */
const OPT_IN = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO GB CH'.split(
    ' ',
  ),
);
/** What people write who mean many countries. */
const GROUPS = ['EU', 'EEA', 'EWR'];

/** What a schema cannot see of `google`: ids that exist, places that exist, each of them once. */
export function googleProblems(config: ConsentryConfig, googleVendors: readonly string[]): Problem[] {
  const { google } = config;
  if (!google) return [];
  const hasGoogleVendor = googleVendors.length > 0;
  if (google.toldBy) return toldTwice(google, googleVendors);
  return [
    ...(hasGoogleVendor
      ? []
      : [{ path: 'google', expected: 'a vendor of Google among the vendors; nobody would be told this' }]),
    ...signalProblems(config),
    ...regionProblems(google.regions ?? []),
  ];
}

/** Where the Tag Manager template tells Google, nothing here may tell it something else. */
function toldTwice(google: object, googleVendors: readonly string[]): Problem[] {
  return [
    ...Object.keys(google)
      .filter((name) => name !== 'toldBy')
      .map((name) => ({
        path: `google.${name}`,
        expected: 'nothing beside toldBy; the fields of the Tag Manager template say it',
      })),
    ...googleVendors.map((id) => ({
      path: `vendors.${id}.adapter`,
      expected: 'false; the Tag Manager container loads it, and would load it twice',
    })),
  ];
}

function signalProblems({ google, purposes, vendors }: ConsentryConfig): Problem[] {
  const ids = [...Object.keys(purposes), ...Object.keys(vendors)];
  return Object.entries(google?.signals ?? {})
    .filter(([, id]) => typeof id === 'string' && !ids.includes(id))
    .map(([signal, id]) => ({
      path: `google.signals.${signal}`,
      value: id,
      expected: `a purpose or vendor of this file (${ids.join(', ')}), or true`,
      ...withSuggestion(String(id), ids),
    }));
}

function regionProblems(
  regions: readonly { readonly codes: readonly string[]; readonly granted: readonly string[] }[],
): Problem[] {
  const seen = new Map<string, string>();
  return regions.flatMap(({ codes, granted }, i) =>
    codes.flatMap((code, j) => {
      const path = `google.regions.${i}.codes.${j}`;
      const before = seen.get(code);
      seen.set(code, path);
      if (before)
        return [
          {
            path,
            value: code,
            expected: `each place once; ${before} is the same, and Google could take either`,
          },
        ];
      if (GROUPS.includes(code.toUpperCase()))
        return [{ path, value: code, expected: 'single countries; to Google this is no place at all' }];
      if (!CODES.has(code)) {
        return [
          {
            path,
            value: code,
            expected: 'a country of ISO 3166-1 ("US") or a subdivision of ISO 3166-2 ("US-CA")',
            ...withSuggestion(
              code,
              code.includes('-') ? subdivisions(code) : [...CODES].filter((each) => each.length === 2),
            ),
          },
        ];
      }
      if (granted.length > 0 && OPT_IN.has(code.slice(0, 2)))
        return [{ path, value: code, expected: 'a place where nothing has to be asked first; here it has' }];
      return [];
    }),
  );
}

const subdivisions = (code: string) =>
  [...CODES].filter((each) => each.slice(0, 3).toUpperCase() === code.slice(0, 3).toUpperCase());
