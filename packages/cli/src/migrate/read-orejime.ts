import { asDays, asList, asObject, asText, type FoundName, type SetupReader } from './found-setup.js';

/**
 * Orejime's `orejimeConfig`: purposes, some of them groups of purposes. It speaks one language at a time, that of its file.
 *
 * @see https://www.npmjs.com/package/orejime 3.2.1, README (read 2026-11-22)
 */
export const readOrejime: SetupReader = {
  of: 'orejime',
  namesIn: (attributes) => [attributes['data-purpose'] ?? ''].filter(Boolean),
  read({ statements }) {
    const source = statements.find(({ value: read }) =>
      asList(asObject(read).purposes).some((each) => asObject(each).id && asObject(each).title),
    );
    if (!source) return undefined;
    const found = asObject(source.value);
    const { name, duration, domain, parse, stringify } = asObject(found.cookie);
    const storedName = asText(name);
    return {
      source,
      names: asList(found.purposes).flatMap((each) => purposeNames(asObject(each))),
      ...(storedName ? { stored: { kind: 'cookie', name: storedName } } : {}),
      days: asDays(duration),
      noticeUrl: asText(found.privacyPolicyUrl),
      cookieDomain: asText(domain),
      left:
        parse || stringify
          ? ['cookie.stringify: it keeps answers in a form of your own, which is not taken over.']
          : [],
    };
  },
};

function purposeNames(purpose: Readonly<Record<string, unknown>>, group?: string): FoundName[] {
  const name = asText(purpose.id);
  if (!name) return [];
  const inner = asList(purpose.purposes).map(asObject);
  const label = asText(purpose.title);
  const description = asText(purpose.description);
  return [
    {
      name,
      kind: group ? 'service' : 'category',
      ...(group ? { of: [group] } : {}),
      // Mandatory ones cannot be turned off, exempt ones run unasked.
      exempt: purpose.isMandatory === true || purpose.isExempt === true,
      label: label ? { '': label } : undefined,
      description: description ? { '': description } : undefined,
      cookies: asList(purpose.cookies).flatMap((cookie) => asText(asList(cookie)[0] ?? cookie) ?? []),
    },
    ...inner.flatMap((each) => purposeNames(each, group ?? name)),
  ];
}
