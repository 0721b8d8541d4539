import type { AdapterCatalogue } from './catalogue.js';
import { ConfigSchema } from './schema.js';

/**
 * The JSON Schema of `consentry.json` with the options of every adapter of the catalogue, for editors and
 * for the validator.
 */
export function composeSchema(catalogue: AdapterCatalogue): Record<string, unknown> {
  const schema = JSON.parse(JSON.stringify(ConfigSchema)) as {
    properties: { vendors: { patternProperties: Record<string, object> } };
  };
  const { vendors } = schema.properties;
  const [[pattern, vendor]] = Object.entries(vendors.patternProperties) as [[string, object]];
  // Written once and referred to: with it repeated for each of the catalogue, editors and validator get slow.
  const any = { $ref: '#/definitions/vendor' };
  // Named one by one for completion in editors; the pattern covers every other id.
  const named = Object.entries(catalogue).map(([id, { options }]) => [
    id,
    {
      allOf: [any, { properties: { options: { type: 'object', additionalProperties: false, ...options } } }],
    },
  ]);
  return {
    ...schema,
    properties: {
      ...schema.properties,
      vendors: { ...vendors, properties: Object.fromEntries(named), patternProperties: { [pattern]: any } },
    },
    definitions: { vendor },
  };
}
