/** Names of the request headers in which the site's own edge says where a visitor is. */
export interface PlaceHeaders {
  /** The country, or country and part at once: `"JP"`, `"US-CA"`. */
  readonly place: string;
  /** The part of the country, with or without the country: `"CA"`, `"US-CA"`. */
  readonly part?: string | undefined;
}

/** Reads `"CF-IPCountry,CF-Region-Code"`: one header or two. Nothing for what names none. */
export function parsePlaceHeaders(text: string): PlaceHeaders | undefined {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const [place, part] = names;
  if (!place || names.length > 2 || names.some((name) => !/^[a-z0-9-]+$/.test(name))) return undefined;
  return part ? { place, part } : { place };
}

/**
 * Where the visitor behind a request is, as ISO 3166 has it, or nothing. The headers may hold anything: edges have codes
 * of their own for Tor and for those whose country they do not know, and without an edge anybody can write them.
 */
export function visitorPlace({ headers }: Request, names: PlaceHeaders): string | undefined {
  const place = headers.get(names.place)?.trim().toUpperCase() ?? '';
  if (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(place)) return place;
  // As Cloudflare says that it does not know, https://developers.cloudflare.com/support/network/configuring-ip-geolocation/
  if (!/^[A-Z]{2}$/.test(place) || place === 'XX') return undefined;
  const part = (names.part && headers.get(names.part)?.trim().toUpperCase().replace(`${place}-`, '')) || '';
  return /^[A-Z0-9]{1,3}$/.test(part) ? `${place}-${part}` : place;
}

/** Our script, told of the place before it looks for one. What `place` may be leaves nothing to escape. */
export function withPlace(script: string, place: string): string {
  return `document.currentScript.dataset.place||="${place}";${script}`;
}
