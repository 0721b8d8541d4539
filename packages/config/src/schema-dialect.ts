import { Type } from '@sinclair/typebox';
import { ID_PATTERN, MAX_DAYS, oneOf, strict } from './schema-parts.js';

/** The consent managers whose pages are understood. */
export const DIALECTS = [
  'vanilla-cookieconsent',
  'klaro',
  'orejime',
  'tarteaucitron',
  'cookiebot',
  'onetrust',
] as const;

/** The consent manager that the site's pages were written for. */
export const DialectSchema = Type.Object(
  {
    of: oneOf(DIALECTS, 'The consent manager that the pages were written for.'),
    categories: Type.Unsafe<Record<string, string | string[]>>({
      type: 'object',
      propertyNames: { minLength: 1, maxLength: 100 },
      additionalProperties: {
        type: ['string', 'array'],
        pattern: ID_PATTERN,
        items: { type: 'string', pattern: ID_PATTERN },
      },
      description:
        'Every name of a category or service that the pages use, with the purposes or vendors it stands for here: { "statistics": "analytics" }. What carries another name stays withheld.',
    }),
    stored: Type.Optional(
      Type.Object(
        {
          kind: oneOf(['cookie', 'localStorage'], 'Where the other one keeps what was decided.'),
          name: Type.Optional(
            Type.String({
              pattern: '^[^\\s;=,]{1,100}$',
              description: 'Under which name. Default: its usual one.',
            }),
          ),
        },
        { ...strict, description: 'Default: a cookie of its usual name.' },
      ),
    ),
    revision: Type.Optional(
      Type.Integer({
        minimum: 0,
        description:
          "vanilla-cookieconsent's revision; answers to another one are not taken over. Default 0.",
      }),
    ),
    implied: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
        description: 'Names whose stored yes nobody has given, e.g. services that started by themselves.',
      }),
    ),
    undatedDays: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: MAX_DAYS,
        description: 'For how many more days an answer counts that was stored without a date. Default 30.',
      }),
    ),
  },
  {
    ...strict,
    description:
      "Honours another consent manager's markup in the pages, and takes over once what its visitors have decided (docs/migrating.md).",
  },
);
