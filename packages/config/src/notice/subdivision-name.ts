import { iso31662 } from 'iso-3166';

/** The name of a part of a country, from its ISO 3166-2 code, as ISO has it in Latin letters. */
export function subdivisionName(code: string): string | undefined {
  return iso31662.find((part) => part.code === code)?.name;
}
