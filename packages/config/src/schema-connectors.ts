import { type Static, Type } from '@sinclair/typebox';
import { ID_PATTERN, oneOf, strict } from './schema-parts.js';

const Variable = (description: string) => Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,99}$', description });
const Address = (description: string) =>
  Type.String({
    // Plain http only to this machine, for trying things out.
    pattern: '^(https://[^\\s@/]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?)(/[^\\s]*)?$',
    description,
  });

const CarriedSchema = Type.Object(
  {
    as: Type.Optional(
      oneOf(
        ['newsletter', 'tracking', 'attribute', 'tag', 'field'],
        'What it is there. newsletter: being subscribed. tracking: whether opens and clicks are watched (Brevo). attribute: a boolean of the contact (Brevo). tag, field: of the lead (MailBluster).',
      ),
    ),
    list: Type.Optional(Type.Integer({ minimum: 1, description: 'Brevo: the list of a newsletter.' })),
    doubleOptIn: Type.Optional(
      Type.Object(
        {
          template: Type.Optional(
            Type.Integer({ minimum: 1, description: 'Brevo: the template of the confirmation mail.' }),
          ),
          redirectUrl: Type.Optional(
            Type.String({
              pattern: '^https?://',
              description: 'Brevo: the page that opens after the click.',
            }),
          ),
        },
        {
          ...strict,
          description: 'The newsletter starts with a click in a confirmation mail. {} for MailBluster.',
        },
      ),
    ),
    attribute: Type.Optional(
      Type.String({ pattern: '^[A-Z_][A-Z0-9_-]{0,49}$', description: 'Brevo: name of the attribute.' }),
    ),
    field: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z][A-Za-z0-9_]{0,49}$',
        description: 'MailBluster: merge tag of the field, which gets "granted" or "denied".',
      }),
    ),
    grantedTag: Type.Optional(
      Type.String({ minLength: 1, maxLength: 50, description: 'MailBluster: tag of whoever granted.' }),
    ),
    deniedTag: Type.Optional(
      Type.String({ minLength: 1, maxLength: 50, description: 'MailBluster: tag of whoever refused.' }),
    ),
  },
  { ...strict, description: 'What becomes of the purpose at the service.' },
);

/** One e-mail service that hears of decisions. */
export const ConnectorSchema = Type.Object(
  {
    service: Type.Optional(
      oneOf(['brevo', 'mailbluster', 'webhook'], 'Default: the one the connector is named like.'),
    ),
    keyFrom: Variable(
      'Name of the environment variable with the API key, or with the secret that signs a webhook. Never the key itself.',
    ),
    eventTokenFrom: Type.Optional(
      Variable('Brevo: name of the environment variable with the token it reports changes with.'),
    ),
    url: Type.Optional(
      Address('Where a webhook is posted; for a service, its API when it is not the usual one.'),
    ),
    purposes: Type.Record(Type.String({ pattern: ID_PATTERN }), CarriedSchema, {
      ...strict,
      minProperties: 1,
      description: 'The purposes of channel "email" that it carries, by id.',
    }),
  },
  { ...strict, description: 'An e-mail service that the receipts server tells what people decided.' },
);

/** One connector of a config. */
export type ConnectorConfig = Static<typeof ConnectorSchema>;
