import { Type } from '@sinclair/typebox';
import { oneOf, strict } from './schema-parts.js';

const SIGNALS = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
] as const;

const Decider = Type.Optional(
  Type.Unsafe<string | true>({
    oneOf: [{ type: 'string' }, { const: true }],
    description: 'The purpose or vendor of this file that grants it; true for always granted.',
  }),
);

/** What Google is told about consent. https://developers.google.com/tag-platform/security/guides/consent */
export const GoogleSchema = Type.Object(
  {
    signals: Type.Optional(
      Type.Object(
        {
          ad_storage: Decider,
          ad_user_data: Decider,
          ad_personalization: Decider,
          analytics_storage: Decider,
          functionality_storage: Decider,
          personalization_storage: Decider,
          security_storage: Decider,
        },
        {
          ...strict,
          description:
            'What grants each consent signal. Default: the vendors that a signal is made for, else the purposes marketing, analytics and functional.',
        },
      ),
    ),
    regions: Type.Optional(
      Type.Array(
        Type.Object(
          {
            codes: Type.Array(Type.String(), {
              minItems: 1,
              uniqueItems: true,
              description: 'ISO 3166-1 countries or ISO 3166-2 subdivisions: "US", "CA-QC".',
            }),
            granted: Type.Array(oneOf(SIGNALS, 'A consent signal.'), {
              uniqueItems: true,
              description: 'The signals granted there before an answer. All others are denied there.',
            }),
          },
          strict,
        ),
        {
          minItems: 1,
          description:
            'Where Google assumes something else than a denial until the visitor answers; the most specific place wins. It matters only to vendors with "beforeGrant": "cookieless-pings".',
        },
      ),
    ),
    waitForUpdate: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 10_000,
        description:
          "Milliseconds Google's tags wait for an answer before they go by the default. For pages that load Consentry asynchronously.",
      }),
    ),
    urlPassthrough: Type.Optional(
      Type.Boolean({
        description: 'Lets Google carry ad click and session ids in the addresses of links. Default false.',
      }),
    ),
    adsDataRedaction: Type.Optional(
      Type.Boolean({
        description: 'Takes ad click ids out of what Google gets while ad_storage is denied. Default false.',
      }),
    ),
    layerName: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z_$][\\w$]*$',
        description: 'Name of the data layer. Default "dataLayer".',
      }),
    ),
    selfCheck: Type.Optional(
      Type.Boolean({
        description:
          'For development: pages say in the console when something else reads or sets consent for Google. Default false.',
      }),
    ),
    toldBy: Type.Optional(
      Type.Unsafe<'tag-manager'>({
        const: 'tag-manager',
        description:
          '"tag-manager" where Consentry\'s Tag Manager template tells Google. It stands alone: the template\'s fields say the rest, and no vendor of Google may use an adapter.',
      }),
    ),
  },
  { ...strict, description: "What Google is told about consent, by all of Google's vendors together." },
);
