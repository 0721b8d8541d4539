import { Type } from '@sinclair/typebox';
import { oneOf, strict, Text } from '../schema-parts.js';
import { Address, Contact, LawRef, Period } from './notice-parts.js';

/** What a person can ask for. */
export const RIGHTS = [
  'purpose-notice',
  'disclosure',
  'third-party-records',
  'correction',
  'addition',
  'deletion',
  'stop-use',
  'stop-provision',
  'portability',
  'objection',
  'withdraw-consent',
  'complaint',
] as const;

/** Papers that prove who somebody is. */
const Documents = Type.Object(
  {
    allOf: Type.Optional(
      Type.Array(
        Type.Object(
          { name: Text('A paper.'), maxAge: Type.Optional(Period('Not older than, e.g. "P1M".')) },
          strict,
        ),
        { minItems: 1, description: 'Every one of these.' },
      ),
    ),
    oneOf: Type.Optional(Type.Array(Text('A paper.'), { minItems: 1, description: 'And any one of these.' })),
    note: Type.Optional(Text('A sentence beside it.')),
  },
  strict,
);

const Right = oneOf(RIGHTS, 'Something a person can ask for.');

/** How a person asks to see, correct or stop; APPI, Articles 32 to 39. */
export const RequestProcedure = Type.Object(
  {
    rights: Type.Array(Right, { minItems: 1, uniqueItems: true }),
    law: Type.Optional(LawRef),
    channels: Type.Optional(
      Type.Array(
        Type.Object(
          {
            by: oneOf(
              ['web-form', 'email', 'post', 'certified-post', 'phone', 'visit', 'fax'],
              'A way to ask.',
            ),
            accepted: Type.Boolean({ description: 'false: expressly not accepted.' }),
            url: Type.Optional(Address('Its page.')),
            address: Type.Optional(Text('Where to.')),
          },
          strict,
        ),
        { minItems: 1 },
      ),
    ),
    forms: Type.Optional(
      Type.Array(
        Type.Object({ name: Text('A form.'), url: Type.Optional(Address('Where it is.')) }, strict),
        {
          minItems: 1,
        },
      ),
    ),
    steps: Type.Optional(Type.Array(Text('A step.'), { minItems: 1 })),
    identity: Type.Optional(
      Type.Object(
        {
          self: Type.Optional(Documents),
          proxy: Type.Optional(Documents),
          statutoryAgent: Type.Optional(Documents),
          note: Type.Optional(Text('A sentence about it.')),
        },
        { ...strict, description: 'How we make sure that it is the person.' },
      ),
    ),
    fee: Type.Optional(
      Type.Object(
        {
          amount: Type.Number({ minimum: 0, description: '0: free of charge.' }),
          currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217, e.g. "JPY".' }),
          taxIncluded: Type.Optional(Type.Boolean()),
          per: oneOf(['request', 'service'], 'What it is charged for.'),
          appliesTo: Type.Array(Right, { minItems: 1, uniqueItems: true }),
          payment: Type.Optional(Text('How and when it is paid.')),
        },
        strict,
      ),
    ),
    answer: Type.Optional(Text('How and when we answer.')),
    refusals: Type.Optional(
      Type.Array(
        Type.Object(
          {
            rights: Type.Optional(Type.Array(Right, { minItems: 1 })),
            grounds: Type.Array(Text('A ground.'), { minItems: 1 }),
          },
          strict,
        ),
        { minItems: 1, description: 'When we do not do what is asked.' },
      ),
    ),
    reasonsGiven: Type.Optional(
      Type.Boolean({ description: 'Whether a refusal is given with its reasons.' }),
    ),
    alternatives: Type.Optional(Text('What we do instead where it would be too hard.')),
    elsewhere: Type.Optional(
      Type.Array(Type.Object({ data: Text('Which data.'), contact: Contact }, strict), {
        minItems: 1,
        description: 'Data that is asked for elsewhere.',
      }),
    ),
    url: Type.Optional(Address('A page that has the procedure.')),
  },
  strict,
);
