/**
 * The language to speak: the page's own, else the visitor's, else the site's first. A tag matches the
 * longest one that it extends (`ja-JP` finds `ja`).
 */
export function pickLanguage(available: readonly string[], wanted: readonly string[]): string {
  for (const tag of wanted) {
    const [found] = available
      .filter((language) => `${tag}-`.toLowerCase().startsWith(`${language}-`.toLowerCase()))
      .sort((a, b) => b.length - a.length);
    if (found) return found;
  }
  return available[0] as string;
}
