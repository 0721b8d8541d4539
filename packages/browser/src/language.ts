/**
 * The language to speak: the page's own, else the visitor's, else the site's first. A tag matches the
 * longest one that it extends (`ja-JP` finds `ja`).
 */
export function pickLanguage(available: readonly string[], wanted: readonly string[]): string {
  const found = wanted.flatMap((tag) =>
    // Those that match begin alike, so the longest comes last.
    available
      .filter((language) => new RegExp(`^${language}\\b`, 'i').test(tag))
      .sort()
      .slice(-1),
  );
  return [...found, ...available][0] as string;
}
