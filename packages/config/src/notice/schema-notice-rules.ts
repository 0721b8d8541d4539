import { Type } from '@sinclair/typebox';
import { oneOf, strict, Text } from '../schema-parts.js';
import { Address, Contact, DateOnly, Ids, listOf } from './notice-parts.js';

/** Anonymously or pseudonymously processed information; APPI, Articles 41 to 46. */
export const ProcessedSchema = Type.Object(
  {
    definition: Type.Optional(Text('What it is.')),
    produced: Type.Optional(Type.Boolean({ description: 'Whether we make it. Absent: not stated.' })),
    items: Type.Optional(listOf(Type.String(), 'Items of this document that it contains.')),
    provided: Type.Optional(
      listOf(
        Type.Object(
          {
            to: Type.Optional(Text('Who is given it.')),
            items: Type.Optional(Ids('Items of this document.')),
            means: Type.Optional(Text('How.')),
          },
          strict,
        ),
        'Provision to others.',
      ),
    ),
    neverProvided: Type.Optional(
      Type.Boolean({ description: 'true: it is said that others are never given it.' }),
    ),
    duties: Type.Optional(
      Type.Array(
        Type.Object(
          {
            when: oneOf(['making', 'acquiring', 'handling', 'providing'], 'In which situation.'),
            text: Type.Array(Text('What we do or do not.'), { minItems: 1 }),
          },
          strict,
        ),
        { minItems: 1 },
      ),
    ),
    purposesOf: Type.Optional(Ids('It is used for the purposes of these audiences.')),
  },
  strict,
);

/** What is said about accessibility. */
export const AccessibilitySchema = Type.Object(
  {
    statement: Type.Array(Text('A paragraph.'), { minItems: 1 }),
    standards: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: Text('A standard.'),
            version: Type.Optional(Type.String()),
            published: Type.Optional(
              Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$', description: 'E.g. "1999-05".' }),
            ),
            url: Type.Optional(Address('Where it is.')),
          },
          strict,
        ),
        { minItems: 1 },
      ),
    ),
    contact: Type.Optional(Contact),
  },
  strict,
);

/** How the document changes, and who is asked again then. */
export const ChangesSchema = Type.Object(
  {
    announced: oneOf(
      ['none', 'posting', 'individual'],
      'Whether changes are announced: not, by posting the new version, or to each person.',
    ),
    reconsent: oneOf(
      ['never', 'material', 'always'],
      'When visitors are asked again: never, after material changes, after every change.',
    ),
    text: Type.Optional(Text('In words.')),
  },
  strict,
);

/** Versions of a document, the newest first. */
export const HistorySchema = Type.Array(
  Type.Object(
    {
      version: Type.String({ minLength: 1 }),
      on: DateOnly('Its day.'),
      kind: oneOf(['first', 'editorial', 'material'], 'What sort of change it was.'),
      summary: Text('What changed.'),
      url: Type.Optional(Address('A copy of that version.')),
    },
    strict,
  ),
  { minItems: 1, description: 'Versions, the newest first.' },
);
