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
 * that it extends (`ja-JP` finds `ja`), also with the script it is usually written in (`zh-TW` finds `zh-Hant`).
 */
export function matchLanguage(available: readonly string[], wanted: readonly string[]): string {
  const found = wanted.flatMap((tag) =>
    [tag, withScript(tag)].flatMap((form) =>
      // Those that match begin alike, so the longest comes last.
      available
        .filter((language) => new RegExp(`^${language}\\b`, 'i').test(form))
        .sort()
        .slice(-1),
    ),
  );
  return [...found, ...available][0] as string;
}

/** The tag with its usual script; both kinds of written Norwegian (`nb`, `nn`) as `no`. */
function withScript(tag: string): string {
  try {
    return `${new Intl.Locale(tag).maximize()}`.replace(/^n[bn]\b/, 'no');
  } catch {
    return tag; // not a tag, or an old browser
  }
}
