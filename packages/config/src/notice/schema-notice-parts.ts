import { Type } from '@sinclair/typebox';
import { oneOf, strict, Text } from '../schema-parts.js';
import { Address, Country, listOf } from './notice-parts.js';

/** What the notice is for. */
export const ScopeSchema = Type.Object(
  {
    services: Type.Optional(Type.Array(Text('A service.'), { minItems: 1 })),
    sites: Type.Optional(Type.Array(Address('A site.'), { minItems: 1 })),
    apps: Type.Optional(Type.Array(Text('An app.'), { minItems: 1 })),
    precedence: Type.Optional(
      oneOf(['this', 'specific'], 'Which prevails where a service has a notice of its own.'),
    ),
  },
  strict,
);

/** Where information comes from. */
export const AcquisitionSchema = Type.Array(
  Type.Object(
    {
      origin: oneOf(
        [
          'direct',
          'third-party',
          'automatic',
          'public-source',
          'public-institution',
          'credit-bureau',
          'referral',
          'social-login',
        ],
        'Where it comes from.',
      ),
      means: Type.Optional(Text('How, e.g. "cookies and web beacons".')),
      items: Type.Optional(listOf(Type.String(), 'Items of this document.')),
      text: Type.Optional(Text('In words.')),
      combinedWithPersonal: Type.Optional(
        Type.Boolean({ description: 'Whether it is combined with personal information.' }),
      ),
    },
    strict,
  ),
  { minItems: 1 },
);

/** How it is kept safe. */
export const SecuritySchema = Type.Array(
  Type.Object(
    {
      kind: oneOf(
        [
          'policy',
          'rules',
          'organisational',
          'human',
          'physical',
          'technical',
          'external-environment',
          'employees',
          'contractors',
          'breach',
        ],
        'What sort of measure.',
      ),
      measures: Type.Array(Text('A measure.'), { minItems: 1 }),
      countries: Type.Optional(Type.Array(Country, { minItems: 1 })),
    },
    strict,
  ),
  { minItems: 1 },
);

/** The rule for giving it to others. */
export const ThirdPartiesSchema = Type.Object(
  {
    rule: Text('The rule for giving data to others.'),
    exceptions: Type.Optional(Type.Array(Text('An exception.'), { minItems: 1 })),
    promises: Type.Optional(Text('What is promised for data that goes abroad.')),
  },
  strict,
);
