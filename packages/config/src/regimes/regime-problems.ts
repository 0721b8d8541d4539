import { type Problem, withSuggestion } from '../problem.js';
import type { ConsentryConfig } from '../schema.js';
import { countryOf, isPlace, partsOf } from './place-codes.js';
import { PLACE_GROUPS } from './regime-table.js';
import { ruledCountries } from './rule-at.js';

/** What people write for places that ISO 3166 calls otherwise. */
const OFTEN_MEANT: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', EN: 'GB', JA: 'JP', KO: 'KR' };

/** What a schema cannot see of the rules: whether there are such places, and which settings go together. */
export function regimeProblems({ regime = {} }: ConsentryConfig): Problem[] {
  const { byPlace, places, placeUrl, timeZone, acknowledge: _, ...rule } = regime;
  if (byPlace)
    return [
      ...Object.entries(rule).map(([key, value]) => ({
        path: `regime.${key}`,
        value,
        expected: `not to be set; with "byPlace" each place has a rule of its own, and "places" is where it is changed, e.g. "places": { "JP": { ${JSON.stringify(key)}: … } }`,
      })),
      ...Object.keys(places ?? {}).flatMap(placeProblem),
    ];
  return Object.entries({ places, placeUrl, timeZone })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({
      path: `regime.${key}`,
      value,
      expected: '"byPlace": true beside it; without, one rule is for everybody',
    }));
}

function placeProblem(place: string): Problem[] {
  if (isPlace(place) || Object.hasOwn(PLACE_GROUPS, place)) return [];
  const country = countryOf(place);
  const near =
    place !== country && isPlace(country)
      ? withSuggestion(place, partsOf(country))
      : OFTEN_MEANT[place]
        ? { suggestion: OFTEN_MEANT[place] as string }
        : withSuggestion(place, [...ruledCountries({}), ...Object.keys(PLACE_GROUPS)]);
  return [
    {
      path: `regime.places.${place}`,
      value: place,
      expected: 'a code of ISO 3166-1 ("JP") or 3166-2 ("US-CA"), "EU" or "EEA"',
      ...near,
    },
  ];
}
