import { Type } from '@sinclair/typebox';
import { oneOf, strict, Text } from '../schema-parts.js';
import { Address, Country, DateOnly, Ids, listOf, Party, Period, Subdivision } from './notice-parts.js';

const Unavailable = { reason: Text('Why it cannot be said.') };

/** What is told before data goes abroad; Japan's APPI, Article 28(2), and rule 17. */
export const Transfer = Type.Object(
  {
    basis: oneOf(
      ['consent', 'listed-country', 'equivalent-measures', 'exception'],
      "On what it rests: the person's consent; a country listed as equivalent; a recipient who takes equivalent measures; or an exception by law.",
    ),
    countries: Type.Optional(
      Type.Array(
        Type.Object(
          {
            country: Country,
            subdivision: Type.Optional(Subdivision),
            name: Type.Optional(
              Text('Its name, where it is to be another than the usual, e.g. of a part of a country.'),
            ),
            system: Type.Optional(Text('Its system for protecting personal information, in short.')),
            systemUrls: Type.Optional(
              Type.Array(
                Type.Object(
                  { name: Text('What is found there.'), url: Address('A page about the system.') },
                  strict,
                ),
                { minItems: 1 },
              ),
            ),
            asOf: Type.Optional(DateOnly('Day on which that was so.')),
          },
          strict,
        ),
        { minItems: 1, description: 'Where the data goes.' },
      ),
    ),
    unidentified: Type.Optional(
      Type.Object(
        {
          ...Unavailable,
          helpful: Type.Optional(Text('What may help instead.')),
          url: Type.Optional(Address('A page that may help.')),
        },
        { ...strict, description: 'In place of "countries": the country cannot be identified. Rule 17(3).' },
      ),
    ),
    measures: Type.Optional(
      Type.Object(
        {
          text: Type.Optional(Text('What the recipient does to protect the data.')),
          name: Type.Optional(Text('Name of the page at "url".')),
          url: Type.Optional(Address('A page that says so.')),
        },
        strict,
      ),
    ),
    measuresUnavailable: Type.Optional(
      Type.Object(Unavailable, { ...strict, description: 'In place of "measures". Rule 17(4).' }),
    ),
    monitoring: Type.Optional(
      Type.Object(
        {
          every: Type.Optional(Period('How often it is looked at, e.g. "P1Y".')),
          last: Type.Optional(DateOnly('When that was last done.')),
        },
        { ...strict, description: 'With equivalent-measures: how they are kept up. Article 28(3).' },
      ),
    ),
  },
  { ...strict, description: 'How data leaves the country, and what is told of it.' },
);

/** Somebody who is given data. */
export const Recipient = Type.Object(
  {
    id: Type.Optional(
      Type.String({ pattern: '^[a-z][a-z0-9-]{0,49}$', description: 'To tell it apart over time.' }),
    ),
    party: Type.Optional(Party),
    sort: Type.Optional(
      Text('In place of "party": recipients named by their kind only, e.g. "card issuers".'),
    ),
    appliesTo: Type.Optional(Text('Whose data, e.g. "people who pay by card".')),
    audiences: Type.Optional(Ids('Audiences of this document.')),
    role: Type.Optional(
      oneOf(
        ['third-party', 'entrustee', 'store', 'authority'],
        'third-party: uses it for itself. entrustee: handles it for us. store: where the person books or buys. authority: a public body.',
      ),
    ),
    abroad: Type.Optional(Type.Boolean({ description: 'Whether it is, or may be, in another country.' })),
    items: Type.Optional(listOf(Type.String(), 'Items of this document.')),
    excludedItems: Type.Optional(Ids('Items of this document that it is never given.')),
    purpose: Type.Optional(Text('What it is given them for.')),
    means: Type.Optional(Text('How it is given them.')),
    basis: Type.Optional(
      oneOf(
        ['consent', 'law', 'opt-out', 'entrustment', 'succession', 'exception'],
        'On what the provision rests.',
      ),
    ),
    policyUrl: Type.Optional(Address('Its privacy policy.')),
    consequenceOfRefusal: Type.Optional(Text('What follows if the person does not agree.')),
    responsible: Type.Optional(Text('Who answers for it.')),
    transfer: Type.Optional(Transfer),
  },
  strict,
);

/** A joint use, with what is made known beforehand; APPI, Article 27(5)(iii). */
export const JointUse = Type.Object(
  {
    scope: Type.Object(
      {
        label: Text('Who uses it jointly.'),
        url: Type.Optional(Address('A page that lists them.')),
        mayChange: Type.Optional(Type.Boolean({ description: 'Whether that list may change.' })),
        parties: Type.Optional(Type.Array(Party, { minItems: 1 })),
      },
      strict,
    ),
    audiences: Type.Optional(Ids('Audiences of this document whose data it is.')),
    items: Type.Optional(listOf(Type.String(), 'Items of this document.')),
    purposes: Type.Optional(
      Type.Object(
        {
          of: Type.Optional(Ids('The purposes of these audiences.')),
          text: Type.Optional(Text('The purposes, in words.')),
          asDefinedByEach: Type.Optional(Type.Boolean({ description: 'Each user states its own.' })),
        },
        strict,
      ),
    ),
    manager: Type.Optional(Party),
    since: Type.Optional(DateOnly('Since when.')),
    note: Type.Optional(Text('A sentence beside it.')),
  },
  strict,
);

/** Provision until somebody objects; APPI, Article 27(2) as in force since April 2022. */
export const OptOutProvision = Type.Object(
  {
    provider: Type.Optional(Party),
    purposeIncludesProvision: Type.Optional(
      Type.Boolean({ description: 'That provision to others is among the purposes.' }),
    ),
    items: Type.Optional(listOf(Type.String(), 'Items of this document.')),
    acquiredHow: Type.Optional(Text('How they were acquired.')),
    means: Type.Optional(Text('How they are provided.')),
    stopsOnRequest: Type.Optional(
      Type.Boolean({ description: 'That provision stops when the person asks.' }),
    ),
    howToAsk: Type.Optional(Text('How to ask.')),
    startsOn: Type.Optional(DateOnly('When provision begins.')),
    updated: Type.Optional(Text('How the data is kept up to date.')),
    notified: Type.Optional(
      Type.Object(
        { on: DateOnly('When the authority was notified.'), number: Type.Optional(Type.String()) },
        strict,
      ),
    ),
  },
  strict,
);

/** Information about a person that is not personal information, given or received; APPI, Article 31. */
export const PersonalRelated = Type.Object(
  {
    party: Type.Optional(Party),
    sort: Type.Optional(Text('A kind of counterpart, e.g. "data management platforms".')),
    vendor: Type.Optional(
      Type.String({ description: 'The vendor of consentry.json by which it is given, where it is one.' }),
    ),
    items: Type.Optional(listOf(Type.String(), 'Items of this document.')),
    information: Type.Optional(Text('The items in words, where they are no items of this document.')),
    purpose: Type.Optional(Text('What it is used for afterwards.')),
    purposesOf: Type.Optional(Ids('Or: the purposes of these audiences.')),
    becomesPersonalData: Type.Optional(
      Type.Boolean({ description: 'Whether the receiver links it with a known person.' }),
    ),
    consent: Type.Optional(
      Type.Object(
        {
          obtainedBy: oneOf(['sender', 'recipient', 'nobody'], 'Who asks the person.'),
          how: Type.Optional(Text('How the person is asked.')),
          consequenceOfRefusal: Type.Optional(Text('What follows if the person does not agree.')),
        },
        strict,
      ),
    ),
    transfer: Type.Optional(Transfer),
  },
  strict,
);
