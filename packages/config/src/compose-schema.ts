import type { AdapterCatalogue } from './catalogue.js';
import { ConfigSchema } from './schema.js';

/**
 * The JSON Schema of `consentry.json` with the options of every adapter of the catalogue, for editors and
 * for the validator.
 */
export function composeSchema(catalogue: AdapterCatalogue): Record<string, unknown> {
  const schema = JSON.parse(JSON.stringify(ConfigSchema)) as {
    properties: { vendors: { patternProperties: Record<string, { properties: object }> } };
  };
  const { vendors } = schema.properties;
  const vendor = Object.values(vendors.patternProperties)[0] as { properties: object };
  // Named one by one for completion in editors; the pattern covers every other id.
  const named = Object.entries(catalogue).map(([id, { options }]) => [
    id,
    {
      ...vendor,
      properties: {
        ...vendor.properties,
        options: { type: 'object', additionalProperties: false, ...options },
      },
    },
  ]);
  return {
    ...schema,
    properties: { ...schema.properties, vendors: { ...vendors, properties: Object.fromEntries(named) } },
  };
}
