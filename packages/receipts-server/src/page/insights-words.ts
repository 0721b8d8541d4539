import type { Dimension, InsightsAnswer, TopicFigures } from '../insights/answer.js';
import type { InsightsTexts } from './insights-texts.js';
import { en } from './insights-texts-en.js';
import { ja } from './insights-texts-ja.js';
import { chooseLanguage } from './texts.js';

/** The texts, and how the reader's language writes numbers, days and names. */
export interface Words {
  readonly language: 'en' | 'ja';
  readonly texts: InsightsTexts;
  readonly count: (value: number) => string;
  /** A share with one decimal, e.g. `62.3%`. */
  readonly percent: (value: number) => string;
  /** A difference of shares in points, without its sign. */
  readonly points: (value: number) => string;
  readonly day: (day: string) => string;
  /** For an axis; with the year where the axis has several. */
  readonly shortDay: (day: string, withYear: boolean) => string;
  /** Name of a value of a dimension. */
  readonly value: (dimension: Dimension, key: string) => string;
  readonly topic: (topic: Pick<TopicFigures, 'id' | 'names'>) => string;
}

/** Words for the languages a reader prefers. */
export function createWords(languages: readonly string[]): Words {
  const language = chooseLanguage(languages);
  const locale = languages.find((each) => each.startsWith(language)) ?? language;
  const texts = language === 'ja' ? ja : en;
  const count = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const points = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const short = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  const datesOfOneYear = new Intl.DateTimeFormat(locale, short);
  const datesOfYears = new Intl.DateTimeFormat(locale, { ...short, year: '2-digit' });
  const countries = new Intl.DisplayNames([locale], { type: 'region' });
  const languageNames = new Intl.DisplayNames([locale], { type: 'language' });
  return {
    ...{ language, texts },
    count: (value) => count.format(value),
    percent: (value) => percent.format(value),
    points: (value) => points.format(Math.abs(value) * 100),
    shortDay: (day, withYear) => (withYear ? datesOfYears : datesOfOneYear).format(new Date(day)),
    day: (day) => days.format(new Date(day)),
    value(dimension, key) {
      if (key === '') return texts.unknown;
      if (dimension === 'version') return texts.version(key);
      if (dimension === 'layout') return key;
      try {
        return (dimension === 'country' ? countries : languageNames).of(key) ?? key;
      } catch {
        return key; // a tag that is well formed for us and not for Intl
      }
    },
    topic: ({ id, names }) => names?.[language] ?? Object.values(names ?? {})[0] ?? id,
  };
}

/** Days of an answer's period. */
export function daysOf({ period }: Pick<InsightsAnswer, 'period'>): number {
  return Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) + 1;
}
