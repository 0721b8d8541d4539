import { type ConfigText, subdivisionName } from '@consentry/config';
import type { Words } from './words-en.js';

/** A text in a language: its only one, that of the language, of what it extends, English, or the first. */
export function say(text: ConfigText | undefined, language: string): string {
  if (typeof text !== 'object') return text ?? '';
  for (let tag = language; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-'))))
    if (Object.hasOwn(text, tag)) return text[tag] as string;
  return text.en ?? Object.values(text)[0] ?? '';
}

/** A country's name from its ISO 3166-1 code, with the part of it that is meant. */
export function countryName(
  code: string,
  { language, words }: { readonly language: string; readonly words: Words },
  subdivision?: string,
): string {
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  if (!subdivision) return name;
  return name + fill(words.brackets, { text: subdivisionName(subdivision) ?? subdivision });
}

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour', S: 'second' } as const;

/** A period in words, from an ISO 8601 duration. */
export function periodText(duration: string, language: string): string {
  const [date = '', time = ''] = duration.slice(1).split('T');
  const inWords = (part: string, ofTime: boolean) =>
    [...part.matchAll(/(\d+)([YMWDHS])/g)].map(([, count, unit]) => {
      const name = ofTime && unit === 'M' ? 'minute' : UNITS[unit as keyof typeof UNITS];
      return new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(
        Number(count),
      );
    });
  return [...inWords(date, false), ...inWords(time, true)].join(' ') || duration;
}

/** A day as people write it, from `2026-11-22`. */
export function dayText(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** `{name}` in a template, filled in. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
