import { EN, type Words } from './words-en.js';
import { JA } from './words-ja.js';

/** Words by language; the languages that `NOTICE_LANGUAGES` of the config package names. */
const WORDS: Readonly<Record<string, Words>> = { en: EN, ja: JA };

/** Whether pages can be made in a language. */
export function hasWords(language: string): boolean {
  return Object.hasOwn(WORDS, language.split('-')[0] as string);
}

/** The words of a language, or of what it extends. */
export function wordsOf(language: string): Words {
  return WORDS[language.split('-')[0] as string] ?? EN;
}
