/**
 * The language to speak: the page's own, else the visitor's, else the site's first. A tag matches the
 * longest one that it extends (`ja-JP` finds `ja`).
 */
export function pickLanguage(available: readonly string[], wanted: readonly string[]): string {
  for (const tag of wanted) {
    // Those that match begin alike, so the longest comes last.
    const found = available
      .filter((language) => new RegExp(`^${language}\\b`, 'i').test(tag))
      .sort()
      .pop();
    if (found) return found;
  }
  return available[0] as string;
}
