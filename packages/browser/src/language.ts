import type { ContentFiles } from './fetch-content.js';
import type { Shared } from './parts.js';

/** The language to speak: the one that the visitor has chosen, the page's own, the visitor's, else the site's first. */
export function pickLanguage(files: ContentFiles, { language = '' }: Shared): string {
  const wanted = [language, document.documentElement.lang, ...navigator.languages];
  return matchLanguage(Object.keys(files), wanted);
}

/**
 * The first of `wanted` that is `available`, or extends what is; else the first there is. A tag matches the longest one
 * that it extends (`ja-JP` finds `ja`).
 */
export function matchLanguage(available: readonly string[], wanted: readonly string[]): string {
  const found = wanted.flatMap((tag) =>
    // Those that match begin alike, so the longest comes last.
    available
      .filter((language) => new RegExp(`^${language}\\b`, 'i').test(tag))
      .sort()
      .slice(-1),
  );
  return [...found, ...available][0] as string;
}
