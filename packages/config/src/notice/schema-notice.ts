import { type Static, Type } from '@sinclair/typebox';
import { ID_PATTERN, Id, oneOf, strict, Text } from '../schema-parts.js';
import { NOT_STATED_TOPICS } from './not-stated.js';
import { Contact, DateOnly, Ids, LanguageTag, LawRef, listOf, Party, Period } from './notice-parts.js';
import { AcquisitionSchema, ScopeSchema, SecuritySchema, ThirdPartiesSchema } from './schema-notice-parts.js';
import { AccessibilitySchema, ChangesSchema, HistorySchema, ProcessedSchema } from './schema-notice-rules.js';
import { JointUse, OptOutProvision, PersonalRelated, Recipient } from './schema-recipients.js';
import { RequestProcedure } from './schema-requests.js';

const optionalText = (description: string) => Type.Optional(Text(description));
const byId = <T extends Parameters<typeof Type.Record>[1]>(schema: T, description: string) =>
  Type.Optional(Type.Record(Type.String({ pattern: ID_PATTERN }), schema, { ...strict, description }));

/**
 * The JSON Schema of a notice document: what a site tells about personal information beyond its vendors, which stay in
 * `consentry.json`.
 */
export const NoticeSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Id('Id of the document.'),
    version: Type.String({ minLength: 1, maxLength: 40, description: 'Its version, as it is shown.' }),
    languages: Type.Array(LanguageTag, {
      minItems: 1,
      uniqueItems: true,
      description: 'Languages of the pages, the main one first.',
    }),
    title: optionalText('Title of the page. Default: "Privacy notice".'),
    introduction: optionalText('What stands before everything else.'),
    revisedOn: Type.Optional(DateOnly('Day of this version.')),
    effective: Type.Optional(
      Type.Object(
        {
          rule: oneOf(['on-posting', 'on-date'], 'When a version begins to hold.'),
          on: Type.Optional(DateOnly('With on-date.')),
        },
        strict,
      ),
    ),
    scope: Type.Optional(ScopeSchema),
    controller: Type.Optional(Party),
    laws: Type.Optional(Type.Array(LawRef, { minItems: 1 })),
    audiences: byId(Type.Object({ label: Text('Who they are.') }, strict), 'Whose data, by id.'),
    items: byId(
      Type.Object(
        {
          label: Text('What it is.'),
          class: Type.Optional(
            oneOf(
              ['personal', 'personal-related', 'special-care', 'national-id', 'credential'],
              'Default personal. personal-related: about a person without identifying one. special-care: health, belief and the like. national-id: e.g. My Number. credential: opens an account, e.g. a password.',
            ),
          ),
        },
        strict,
      ),
      'Pieces of information, by id.',
    ),
    acquisition: Type.Optional(AcquisitionSchema),
    purposes: byId(
      Type.Object(
        {
          label: Text('What it is used for.'),
          audiences: Type.Optional(Ids('Audiences of this document. Default: all.')),
          premise: optionalText('What is done for it first, e.g. analysing what was viewed.'),
          serves: Type.Optional(Ids('Purposes of consentry.json that are part of it.')),
          open: Type.Optional(
            Type.Boolean({ description: 'true: names no purpose, e.g. "whatever else you agree to".' }),
          ),
        },
        strict,
      ),
      'What information is used for, by id.',
    ),
    purposeChange: optionalText('When and how purposes may change.'),
    accuracy: optionalText('How information is kept right.'),
    retention: Type.Optional(
      Type.Object(
        {
          text: optionalText('In words.'),
          period: Type.Optional(Period('How long, e.g. "P3Y".')),
          criteria: optionalText('What the period depends on.'),
        },
        strict,
      ),
    ),
    security: Type.Optional(SecuritySchema),
    thirdParties: Type.Optional(ThirdPartiesSchema),
    recipients: Type.Optional(listOf(Recipient, 'Who is given data, beside the vendors of consentry.json.')),
    jointUse: Type.Optional(listOf(JointUse, 'Who uses data jointly.')),
    noJointUse: Type.Optional(Ids('Audiences whose data is expressly not used jointly.')),
    optOutProvision: Type.Optional(OptOutProvision),
    personalRelated: Type.Optional(
      Type.Object(
        {
          definition: optionalText('What it is.'),
          received: Type.Optional(listOf(PersonalRelated, 'From others.')),
          provided: Type.Optional(listOf(PersonalRelated, 'To others.')),
        },
        strict,
      ),
    ),
    anonymous: Type.Optional(ProcessedSchema),
    pseudonymous: Type.Optional(ProcessedSchema),
    specialCare: optionalText('How information that needs special care is handled.'),
    nationalId: optionalText('How national identification numbers are handled.'),
    cookies: Type.Optional(
      Type.Object(
        {
          definition: optionalText('What cookies are.'),
          kinds: optionalText('Session and persistent, first party and third party.'),
          linked: optionalText('Whether what they hold is linked to persons.'),
          disable: optionalText('How to turn them off.'),
          effect: optionalText('What turning them off does.'),
        },
        strict,
      ),
    ),
    mailMeasurement: optionalText('What is measured in mails, and how to refuse it.'),
    requests: Type.Optional(RequestProcedure),
    contacts: Type.Optional(Type.Array(Contact, { minItems: 1 })),
    complaints: Type.Optional(Contact),
    accessibility: Type.Optional(AccessibilitySchema),
    improvement: optionalText('How the handling of information is improved.'),
    sections: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Id('Id of the section.'),
            heading: Text('Its heading.'),
            text: Type.Array(Text('A paragraph.')),
          },
          strict,
        ),
        { minItems: 1, description: 'What no other setting has a place for.' },
      ),
    ),
    notStated: Type.Optional(
      Type.Array(oneOf(NOT_STATED_TOPICS, 'A topic.'), {
        minItems: 1,
        uniqueItems: true,
        description: 'Topics that the notice knowingly says nothing about; the page lists them.',
      }),
    ),
    changes: Type.Optional(ChangesSchema),
    history: Type.Optional(HistorySchema),
    acknowledge: Type.Optional(
      Type.Array(Type.String(), {
        uniqueItems: true,
        description: 'Codes of warnings that are known and meant, e.g. "tool-opt-out". They are still told.',
      }),
    ),
  },
  { ...strict, $id: 'consentry-notice', title: 'Notice document of Consentry' },
);

/** A valid notice document. */
export type NoticeDocument = Static<typeof NoticeSchema>;
