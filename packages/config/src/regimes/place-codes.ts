import { iso31661, iso31662 } from 'iso-3166';

/** Form of a place: ISO 3166-1 alpha-2, or 3166-2. */
export const PLACE_FORM = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

const COUNTRIES = new Set<string>(iso31661.map(({ alpha2 }) => alpha2));
const PARTS = new Set<string>(iso31662.map(({ code }) => code));

/** Whether ISO 3166 has the code; codes it only keeps for somebody, like `"UK"` or `"EU"`, are not in it. */
export function isPlace(code: string): boolean {
  return COUNTRIES.has(code) || PARTS.has(code);
}

/** The country of a place. */
export function countryOf(place: string): string {
  return place.slice(0, 2);
}

/** Of five thousand, those of one country are looked up again and again. */
const parts = new Map<string, readonly string[]>();

/** The parts of a country in ISO 3166-2. */
export function partsOf(country: string): readonly string[] {
  const known = parts.get(country);
  if (known) return known;
  const found = [...PARTS].filter((code) => countryOf(code) === country);
  parts.set(country, found);
  return found;
}

/** The English name of a place, e.g. `"Japan"`, `"California (US)"`. */
export function placeName(place: string): string {
  const country = iso31661.find(({ alpha2 }) => alpha2 === countryOf(place))?.name ?? place;
  if (!place.includes('-')) return country;
  const part = iso31662.find(({ code }) => code === place)?.name;
  return part ? `${part} (${countryOf(place)})` : place;
}
