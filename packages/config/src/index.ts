export type { AdapterCatalogue, AdapterEntry, LocalText, OptionsSchema } from './catalogue.js';
export { type CheckResult, checkConfig } from './check-config.js';
export { composeSchema } from './compose-schema.js';
export { carriedBy } from './connector-rules.js';
export { type ParseResult, type PlacedProblem, parseConfig } from './parse-config.js';
export { formatProblem, type Problem } from './problem.js';
export type { ConfigText, ConsentryConfig, PurposeConfig, VendorConfig } from './schema.js';
export type { ConnectorConfig } from './schema-connectors.js';
