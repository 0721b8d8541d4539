import type { ContentFiles } from './fetch-content.js';
import type { Shared } from './parts.js';
import type { SiteConfig } from './site-config.js';

/** The languages that there are `files` for and, in the build for everybody, that the page's config speaks. */
export function spokenLanguages(files: ContentFiles, { config }: Shared): readonly string[] {
  const built = Object.keys(files);
  const spoken = (config as SiteConfig | undefined)?.languages.filter((tag) => built.includes(tag));
  return spoken?.[0] ? spoken : built;
}

/** The language to speak: the one that the visitor has chosen, the page's own, the visitor's, else the site's first. */
export function pickLanguage(files: ContentFiles, shared: Shared): string {
  const wanted = [shared.language ?? '', document.documentElement.lang, ...navigator.languages];
  return matchLanguage(spokenLanguages(files, shared), wanted);
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
