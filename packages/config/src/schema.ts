import { type Static, Type } from '@sinclair/typebox';
import { AppearanceSchema } from './schema-appearance.js';
import { ConnectorSchema } from './schema-connectors.js';
import { DialectSchema } from './schema-dialect.js';
import { DriftSchema } from './schema-drift.js';
import { GoogleSchema } from './schema-google.js';
import { Host, ID_PATTERN, Id, LANGUAGE_PATTERN, oneOf, strict, Text } from './schema-parts.js';
import { PurposeSchema } from './schema-purpose.js';
import { RegimeSchema } from './schema-regime.js';
import { VendorSchema } from './schema-vendor.js';

/** The JSON Schema of `consentry.json`, without what single adapters add. */
export const ConfigSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    site: Id('Id of the site; it is written into every consent record.'),
    languages: Type.Array(Type.String({ pattern: LANGUAGE_PATTERN }), {
      minItems: 1,
      uniqueItems: true,
      description: 'Languages of the banner, the first being the one for visitors who read none of them.',
    }),
    notice: Type.Optional(
      Type.Object(
        {
          version: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: 1e9,
              description: 'Raise it when the notice changes materially. Default 1.',
            }),
          ),
          url: Type.Optional(
            Text('Page that says who receives what. Default: that of "document", as consentry serve has it.'),
          ),
          document: Type.Optional(
            Type.String({
              minLength: 1,
              pattern: '^[^/\\\\:][^:\\\\]*$',
              description: 'File with the notice document, beside this one, e.g. "notice.json".',
            }),
          ),
        },
        strict,
      ),
    ),
    regime: Type.Optional(RegimeSchema),
    purposes: Type.Record(Type.String({ pattern: ID_PATTERN }), PurposeSchema, {
      ...strict,
      minProperties: 1,
      description: 'Purposes by id, in the order they are shown.',
    }),
    vendors: Type.Record(Type.String({ pattern: ID_PATTERN }), VendorSchema, {
      ...strict,
      description: 'Vendors by id, in the order they are shown and started.',
    }),
    cookie: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(
            Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$', description: 'Default "consentry".' }),
          ),
          domain: Type.Optional(
            Type.String({
              pattern: '^[a-z0-9.-]+$',
              description: 'Shares the decision with subdomains, e.g. "example.com".',
            }),
          ),
        },
        strict,
      ),
    ),
    google: Type.Optional(GoogleSchema),
    receipts: Type.Optional(
      Type.Object(
        {
          endpoint: Type.String({
            pattern: '^(https?://|/)',
            description: 'Where consent records are sent, e.g. "/consentry/records".',
          }),
          countShown: Type.Optional(
            Type.Boolean({
              description: 'Pages tell that they showed a banner, without any identifier. Default false.',
            }),
          ),
        },
        { ...strict, description: 'Leave it out to keep no records.' },
      ),
    ),
    connectors: Type.Optional(
      Type.Record(Type.String({ pattern: ID_PATTERN }), ConnectorSchema, {
        ...strict,
        description: 'E-mail services by id. They need "receipts".',
      }),
    ),
    appearance: Type.Optional(AppearanceSchema),
    dialect: Type.Optional(DialectSchema),
    gate: Type.Optional(
      Type.Object(
        {
          layer: Type.Optional(
            oneOf(
              ['page', 'strict', 'marked'],
              'page (default): marked tags and whatever belongs to a vendor by its host. strict: also an allow-list policy while something is withheld, lifted by one reload after a grant. marked: marked tags alone.',
            ),
          ),
          hosts: Type.Optional(
            Type.Array(Host, {
              description:
                "Hosts of no vendor that the pages need, beside the site's own: the allow-list of strict and of the policy header.",
            }),
          ),
        },
        { ...strict, description: 'How much is withheld, and by what means.' },
      ),
    ),
    drift: Type.Optional(DriftSchema),
    texts: Type.Optional(
      Type.Record(
        Type.String({ pattern: LANGUAGE_PATTERN }),
        Type.Object(
          {
            banner: Type.Optional(Type.Record(Type.String(), Type.String())),
            preferences: Type.Optional(Type.Record(Type.String(), Type.String())),
            embed: Type.Optional(Type.Record(Type.String(), Type.String())),
            reopen: Type.Optional(Type.Record(Type.String(), Type.String())),
          },
          strict,
        ),
        { ...strict, description: "Overrides of the widget's texts, by language." },
      ),
    ),
  },
  { ...strict, $id: 'consentry', title: 'consentry.json' },
);

/** A valid `consentry.json`. */
export type ConsentryConfig = Static<typeof ConfigSchema>;
/** One vendor of a {@link ConsentryConfig}. */
export type VendorConfig = Static<typeof VendorSchema>;
/** One purpose of a {@link ConsentryConfig}. */
export type PurposeConfig = Static<typeof PurposeSchema>;
/** A text of a config: one for all languages, or one for each. */
export type ConfigText = string | Record<string, string>;
