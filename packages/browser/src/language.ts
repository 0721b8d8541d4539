/**
 * The language to speak: the page's own, else the visitor's, else the site's first. A tag matches one
 * that it extends (`ja-JP` finds `ja`).
 */
export function pickLanguage(
  available: readonly string[],
  pageLanguage: string,
  visitorLanguages: readonly string[],
): string {
  for (const wanted of [pageLanguage, ...visitorLanguages]) {
    for (let tag = wanted.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      const found = available.find((language) => language.toLowerCase() === tag);
      if (found) return found;
    }
  }
  return available[0] as string;
}
