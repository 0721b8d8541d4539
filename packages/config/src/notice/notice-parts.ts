import { type TSchema, Type } from '@sinclair/typebox';
import { LANGUAGE_PATTERN, oneOf, strict, Text } from '../schema-parts.js';

/** Day of the calendar, as in "2026-11-22". */
export const DateOnly = (description: string) =>
  Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', description });
/** Absolute http address, or a path of the site. */
export const Address = (description: string) =>
  Type.String({ pattern: '^(https?://|/)[^\\s]*$', description });
/** ISO 3166-1 alpha-2. */
export const Country = Type.String({
  pattern: '^[A-Z]{2}$',
  description: 'A country, ISO 3166-1 alpha-2, e.g. "US".',
});
/** ISO 3166-2, where laws differ within a country. */
export const Subdivision = Type.String({
  pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$',
  description: 'A part of a country, ISO 3166-2, e.g. "US-CA".',
});
/** ISO 8601 duration without a time of day. */
export const Period = (description: string) =>
  Type.String({ pattern: '^P(?=\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?$', description });
/** Ids that name something of the same document. */
export const Ids = (description: string) =>
  Type.Array(Type.String({ minLength: 1 }), { description, minItems: 1, uniqueItems: true });
/** A language tag. */
export const LanguageTag = Type.String({ pattern: LANGUAGE_PATTERN });

/**
 * A list that may also be none, all, said elsewhere, or knowingly left unsaid. Silence (the member is absent) says
 * nothing at all, which is not the same as "none".
 */
export const listOf = <T extends TSchema>(item: T, description: string) =>
  Type.Object(
    {
      kind: oneOf(
        ['entries', 'none', 'all', 'by-reference', 'not-stated'],
        'entries: those in "items". none: there are none at present. all: every one. by-reference: the page at "url" has them. not-stated: knowingly left out.',
      ),
      items: Type.Optional(Type.Array(item, { minItems: 1 })),
      url: Type.Optional(Address('With by-reference: the page that has them.')),
      other: Type.Optional(
        Text('With entries: what follows after them, e.g. "and what else is needed for it".'),
      ),
      note: Type.Optional(Text('A sentence beside it.')),
    },
    { ...strict, description },
  );

/** A person or organisation. */
export const Party = Type.Object(
  {
    name: Text('Its name, as it is registered.'),
    address: Type.Optional(Text('Its postal address.')),
    country: Type.Optional(Country),
    subdivision: Type.Optional(Subdivision),
    representative: Type.Optional(
      Type.Object(
        { title: Type.Optional(Text('E.g. "Representative Director".')), name: Text('Who represents it.') },
        strict,
      ),
    ),
    email: Type.Optional(Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$', description: 'An e-mail address.' })),
    phone: Type.Optional(
      Type.String({ pattern: '^[+\\d][\\d ()-]{3,}$', description: 'A telephone number.' }),
    ),
    url: Type.Optional(Address('A page about it.')),
  },
  strict,
);

/** A law, and the articles that are meant. */
export const LawRef = Type.Object(
  {
    name: Text('The law.'),
    articles: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9][0-9A-Za-z().-]*$' }), {
        minItems: 1,
        description: 'Articles, e.g. "28(2)" or "27-12".',
      }),
    ),
    numberingAsOf: Type.Optional(DateOnly('Day whose numbering of articles is meant.')),
  },
  strict,
);

/** Where and how somebody can be reached. */
export const Contact = Type.Object(
  {
    desk: Type.Optional(Text('E.g. "Privacy desk".')),
    party: Type.Optional(Party),
    about: Type.Optional(Text('What it is for, or whose data.')),
    email: Type.Optional(Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$', description: 'An e-mail address.' })),
    url: Type.Optional(Address('A page or form.')),
    phone: Type.Optional(
      Type.String({ pattern: '^[+\\d][\\d ()-]{3,}$', description: 'A telephone number.' }),
    ),
    address: Type.Optional(Text('Postal address.')),
    hours: Type.Optional(
      Type.Object(
        {
          days: Text('E.g. "weekdays".'),
          from: Type.String({ pattern: '^\\d{2}:\\d{2}$', description: 'E.g. "09:00".' }),
          to: Type.String({ pattern: '^\\d{2}:\\d{2}$', description: 'E.g. "17:00".' }),
          zone: Type.String({ minLength: 1, description: 'E.g. "Asia/Tokyo".' }),
          except: Type.Optional(Text('E.g. "except public holidays".')),
        },
        strict,
      ),
    ),
    only: Type.Optional(Type.Boolean({ description: 'true: no other way is open.' })),
  },
  strict,
);
