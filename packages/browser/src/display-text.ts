/** A text of a config in one language: its only one, or the one of the language or of what it extends. */
export function localText(
  text: string | Readonly<Record<string, string>> | undefined,
  language: string,
): string {
  if (typeof text !== 'object') return text ?? '';
  for (let tag = language; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    if (Object.hasOwn(text, tag)) return text[tag] as string;
  }
  return text.en ?? Object.values(text)[0] ?? '';
}

/** A country's name, from its ISO 3166-1 code. */
export function regionName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour', S: 'second' } as const;

/** A lifetime in words, from an ISO 8601 duration ("P2Y": "2 years"); `"session"` is said by the caller. */
export function durationText(duration: string, language: string): string {
  const [date = '', time = ''] = duration.slice(1).split('T');
  const parts = [...date.matchAll(/(\d+)([YMWD])/g), ...time.matchAll(/(\d+)([HMS])/g)].map(
    ([, count, unit], i) => {
      const inTime = i >= [...date.matchAll(/\d+[YMWD]/g)].length;
      const name = inTime && unit === 'M' ? 'minute' : UNITS[unit as keyof typeof UNITS];
      return new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(
        Number(count),
      );
    },
  );
  return parts.join(' ') || duration;
}
