import { Type } from '@sinclair/typebox';

/** Ids of purposes, vendors and sites. */
export const ID_PATTERN = '^[a-z][a-z0-9-]{0,49}$';
/** BCP 47 tags such as "en" or "zh-Hant". */
export const LANGUAGE_PATTERN = '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$';
/** Chrome keeps no cookie longer; RFC 6265bis section 5.6. */
export const MAX_DAYS = 400;

/** A setting that is not there is a mistake. */
export const strict = { additionalProperties: false };
/** One of a few words. */
export const oneOf = <const T extends string>(values: readonly T[], description: string) =>
  Type.Unsafe<T>({ type: 'string', enum: values, description });

/** An id. */
export const Id = (description: string) => Type.String({ pattern: ID_PATTERN, description });
/** One text, or one for each language. */
export const Text = (description: string) =>
  Type.Unsafe<string | Record<string, string>>({
    description: `${description} One text, or one for each language: { "en": "…", "ja": "…" }.`,
    type: ['string', 'object'],
    minLength: 1,
    propertyNames: { pattern: LANGUAGE_PATTERN },
    additionalProperties: { type: 'string', minLength: 1 },
  });
/** A notice version. */
export const Since = Type.Optional(
  Type.Integer({
    minimum: 1,
    description:
      'Notice version that introduced it or last changed it materially. Visitors who decided earlier are asked again for it alone.',
  }),
);
/** A host with or without port and path, or a path of the site itself. No scheme, no wildcard. */
export const Host = Type.String({
  pattern: '^([a-z0-9-]+(\\.[a-z0-9-]+)*(:\\d{1,5})?|)(/[^\\s?#*]*)?$',
  minLength: 2,
});
/** Something that is stored in the visitor's browser. */
export const Storage = Type.Object(
  {
    kind: oneOf(
      ['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage'],
      'Where it is stored.',
    ),
    name: Type.String({
      minLength: 1,
      pattern: '^[^*]+\\*?$',
      description: 'Exact name, or a prefix with "*".',
    }),
    life: Type.Optional(
      Type.String({
        pattern: '^(session|P(?=\\d|T)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?)$',
        description: 'ISO 8601 duration such as "P2Y", or "session".',
      }),
    ),
    domain: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$',
        description:
          "The site whose storage it is, where it is not yours (a third party's cookie): visitors are told of it, but no page can delete it.",
      }),
    ),
  },
  strict,
);
