import {
  asDays,
  asList,
  asObject,
  asText,
  type FoundName,
  type SetupReader,
  type Texts,
  textsOf,
} from './found-setup.js';

/**
 * What `CookieConsent.run()` is given: categories, their services, and a section of the preferences for each.
 *
 * @see https://www.npmjs.com/package/vanilla-cookieconsent 3.1.0, types/index.d.ts (read 2026-11-22)
 */
export const readVanillaCookieconsent: SetupReader = {
  of: 'vanilla-cookieconsent',
  namesIn: (attributes) =>
    ['data-category', 'data-service'].flatMap((name) => attributes[name] ?? []).filter(Boolean),
  read({ statements }) {
    const source = statements.find(({ value: read }) => {
      const { categories, language, cookie } = asObject(read);
      return categories && (language || cookie) && !Array.isArray(categories);
    });
    if (!source) return undefined;
    const found = asObject(source.value);
    const translations = asObject(asObject(found.language).translations);
    const names: FoundName[] = [];
    for (const [name, category] of Object.entries(asObject(found.categories))) {
      const { readOnly, autoClear, services } = asObject(category);
      names.push({
        ...{ name, kind: 'category', exempt: readOnly === true },
        label: sectionTexts(translations, name, 'title'),
        description: sectionTexts(translations, name, 'description'),
        cookies: cookieNames(autoClear),
      });
      for (const [service, about] of Object.entries(asObject(services))) {
        const label = asText(asObject(about).label);
        names.push({
          ...{ name: service, kind: 'service', of: [name], exempt: readOnly === true },
          label: label ? { '': label } : undefined,
          cookies: cookieNames(about),
        });
      }
    }
    const { name, useLocalStorage, expiresAfterDays, domain } = asObject(found.cookie);
    const storedName = asText(name);
    const isLocal = useLocalStorage === true;
    return {
      source,
      names,
      languages: Object.keys(translations),
      ...(isLocal || storedName
        ? {
            stored: {
              kind: isLocal ? 'localStorage' : 'cookie',
              ...(storedName ? { name: storedName } : {}),
            },
          }
        : {}),
      revision: typeof found.revision === 'number' ? found.revision : undefined,
      days: asDays(expiresAfterDays),
      isOptOut: found.mode === 'opt-out',
      cookieDomain: asText(domain),
      left: Object.entries(translations)
        .filter(([, texts]) => typeof texts === 'string')
        .map(([language]) => `language.translations.${language}: its texts are in a file of their own.`),
    };
  },
};

function sectionTexts(
  translations: Readonly<Record<string, unknown>>,
  category: string,
  key: 'title' | 'description',
): Texts | undefined {
  return textsOf(
    translations,
    ({ preferencesModal }) =>
      asList(asObject(preferencesModal).sections)
        .map(asObject)
        .find(({ linkedCategory }) => linkedCategory === category)?.[key],
  );
}

function cookieNames(holder: unknown): string[] {
  return asList(asObject(holder).cookies).flatMap((cookie) => asText(asObject(cookie).name) ?? []);
}
