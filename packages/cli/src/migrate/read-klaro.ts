import {
  asDays,
  asList,
  asObject,
  asText,
  type FoundName,
  type SetupReader,
  textsOf,
} from './found-setup.js';

/**
 * Klaro's `klaroConfig`: services with their purposes, and translations.
 *
 * @see https://www.npmjs.com/package/klaro 0.7.22, dist/config.js (read 2026-11-22)
 */
export const readKlaro: SetupReader = {
  of: 'klaro',
  namesIn: (attributes) => [attributes['data-name'] ?? ''].filter(Boolean),
  read({ statements }) {
    const source = statements.find(({ value: read }) =>
      asList(servicesOf(asObject(read))).some((each) => asObject(each).name && asObject(each).purposes),
    );
    if (!source) return undefined;
    const found = asObject(source.value);
    // What stands under `zz` is for every language.
    const { zz, ...translations } = asObject(found.translations);
    const names: FoundName[] = [];
    const categories = new Set<string>();
    for (const each of asList(servicesOf(found)).map(asObject)) {
      const name = asText(each.name);
      if (!name) continue;
      const of = asList(each.purposes).flatMap((purpose) => asText(purpose) ?? []);
      for (const purpose of of) categories.add(purpose);
      const title = asText(each.title);
      names.push({
        ...{ name, kind: 'service', of, exempt: each.required === true },
        label:
          textsOf(translations, (one) => asObject(one[name]).title) ?? (title ? { '': title } : undefined),
        cookies: asList(each.cookies).flatMap((cookie) => asText(asList(cookie)[0] ?? cookie) ?? []),
      });
    }
    const purposes = [...categories].map(
      (name): FoundName => ({
        ...{ name, kind: 'category' },
        label: textsOf(translations, (one) => {
          const said = asObject(one.purposes)[name];
          return asObject(said).title ?? said;
        }),
        description: textsOf(translations, (one) => asObject(asObject(one.purposes)[name]).description),
      }),
    );
    const isLocal = found.storageMethod === 'localStorage';
    const name = asText(found.storageName) ?? asText(found.cookieName);
    return {
      source,
      names: [...purposes, ...names],
      languages: Object.keys(translations),
      ...(isLocal || (name && name !== 'klaro')
        ? { stored: { kind: isLocal ? 'localStorage' : 'cookie', ...(name ? { name } : {}) } }
        : {}),
      days: asDays(found.cookieExpiresAfterDays),
      noticeUrl: asText(asObject(zz).privacyPolicyUrl) ?? asText(found.privacyPolicy),
      cookieDomain: asText(found.cookieDomain),
      left: [
        ...(found.storageMethod === 'sessionStorage'
          ? ['It keeps answers in sessionStorage, which ends with the tab: they are not taken over.']
          : []),
        ...(asList(servicesOf(found)).some((each) => asObject(each).contextualConsentOnly)
          ? ['contextualConsentOnly: every vendor here can be allowed where its content stands.']
          : []),
      ],
    };
  },
};

/** `apps` is what they were called before 0.7. */
function servicesOf({ services, apps }: Readonly<Record<string, unknown>>): unknown {
  return services ?? apps;
}
