import { Type } from '@sinclair/typebox';
import { MAX_DAYS, oneOf, strict } from './schema-parts.js';

const RULE = {
  model: Type.Optional(
    oneOf(
      ['opt-in', 'opt-out', 'notice'],
      'opt-in: nothing runs before a yes. opt-out and notice: runs until a no.',
    ),
  ),
  grantDays: Type.Optional(
    Type.Number({ exclusiveMinimum: 0, maximum: MAX_DAYS, description: 'Days a yes lasts.' }),
  ),
  denyDays: Type.Optional(
    Type.Number({ exclusiveMinimum: 0, maximum: MAX_DAYS, description: 'Days of quiet after a no.' }),
  ),
  gpc: Type.Optional(oneOf(['deny', 'inform'], 'Whether Global Privacy Control counts as a denial.')),
};

/** Warnings about rules, by `lintRegime`. */
const WARNINGS = ['laxer-than-table', 'marketing-unasked', 'sends-before-grant', 'consent-unasked'] as const;
/** One of them. */
export type RegimeWarning = (typeof WARNINGS)[number];

/** The rules in force: one for everybody, or one for each place. */
export const RegimeSchema = Type.Object(
  {
    ...RULE,
    byPlace: Type.Optional(
      Type.Boolean({
        description:
          'Each place has the rule of the table (docs/regimes.md), and visitors of unknown places the strictest. Default false: one rule for everybody.',
      }),
    ),
    places: Type.Optional(
      Type.Record(Type.String({ pattern: '^([A-Z]{2}(-[A-Z0-9]{1,3})?|EEA)$' }), Type.Object(RULE, strict), {
        ...strict,
        description: 'With byPlace: what holds otherwise, by ISO 3166 code, "EU" or "EEA".',
      }),
    ),
    placeUrl: Type.Optional(
      Type.String({
        pattern: '^/(?![/\\\\])',
        description:
          'With byPlace: where pages ask for the place, e.g. "/consentry/place". It counts from the next page on.',
      }),
    ),
    acknowledge: Type.Optional(
      Type.Array(oneOf(WARNINGS, 'Code of a warning of consentry check.'), {
        uniqueItems: true,
        description: 'Warnings about these rules that are known and meant. They are still told.',
      }),
    ),
    timeZone: Type.Optional(
      Type.Boolean({
        description:
          "With byPlace: the browser's time zone tells the place where nothing else does. Default false.",
      }),
    ),
  },
  { ...strict, description: 'Default: the strictest. opt-in, 180 days each, GPC denies.' },
);
