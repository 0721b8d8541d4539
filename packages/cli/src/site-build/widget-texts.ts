import { readdir } from 'node:fs/promises';
import type { WidgetTexts } from '@consentry/browser/compile-shown';
import { CommandError } from '../command-error.js';

/** Tags that CLDR keeps apart from the one that speaks for them: Norwegian is written in two ways. */
const SPOKEN_FOR: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The languages that `@consentry/widget` speaks, as BCP 47 tags: its files. English first, then by name. */
export async function widgetLanguages(): Promise<readonly string[]> {
  const folder = new URL('.', import.meta.resolve('@consentry/widget/i18n/en'));
  const names = (await readdir(folder)).flatMap((file) => /^([A-Za-z-]+)\.[jt]s$/.exec(file)?.[1] ?? []);
  return names.sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
}

/**
 * Which of `known` has the words of `tag`: itself, else the longest it extends (`en-GB`: `en`), else the one
 * in its usual script (`zh-TW`: `zh-Hant`). Old tags are understood (`iw`: `he`).
 */
export function languageOf(tag: string, known: readonly string[]): string | undefined {
  const locale = localeOf(tag);
  if (!locale) return undefined;
  const { language } = locale;
  const spoken = SPOKEN_FOR[language] ?? language;
  return [locale.toString(), locale.maximize().toString()]
    .flatMap((form) => steps(form.replace(language, spoken)))
    .find((form) => known.includes(form));
}

/** The widget's built-in texts of one language, see {@link languageOf}. */
export async function widgetTexts(language: string): Promise<WidgetTexts> {
  const known = await widgetLanguages();
  const found = languageOf(language, known);
  if (found) return import(import.meta.resolve(`@consentry/widget/i18n/${found}`)) as Promise<WidgetTexts>;
  const meant = languageOfCountry(language, known);
  throw new CommandError(
    `There are no texts in "${language}" yet${meant ? `; did you mean "${meant}"?` : '.'} There are ${known.join(', ')}.`,
    1,
  );
}

/** The mistake made most often is the code of a country: "jp" for "ja". */
function languageOfCountry(tag: string, known: readonly string[]): string | undefined {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const country = localeOf(tag) && !names.of(tag) && localeOf(`und-${tag}`)?.maximize();
  return country ? languageOf(country.toString(), known) : undefined;
}

/** `zh-Hant-TW`, `zh-Hant`, `zh`. */
function steps(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined; // not a tag at all
  }
}
