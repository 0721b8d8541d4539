import { Ajv, type ValidateFunction } from 'ajv';
import type { AdapterCatalogue } from './catalogue.js';
import { composeSchema } from './compose-schema.js';
import { crossReferences } from './cross-references.js';
import { fromSchemaError, type Problem } from './problem.js';
import type { ConsentryConfig } from './schema.js';

/** The outcome of checking a config: the config, or everything that is wrong with it. */
export type CheckResult =
  | { readonly config: ConsentryConfig; readonly problems?: undefined }
  | { readonly config?: undefined; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Checks a config that may be anything: its form, then that what it names exists. Never throws, and a
 * config it returns can be built.
 */
export function checkConfig(input: unknown, catalogue: AdapterCatalogue): CheckResult {
  const { ajv, validate } = validatorFor(catalogue);
  if (!validate(input)) {
    // `anyOf` and `propertyNames` only repeat what another error says more exactly.
    const errors = (validate.errors ?? []).filter(({ keyword }) => !['anyOf', 'if'].includes(keyword));
    return { problems: unique(errors.map(fromSchemaError)) };
  }
  const config = input as ConsentryConfig;
  const problems = crossReferences(config, catalogue, ajv);
  return problems.length > 0 ? { problems: problems as [Problem, ...Problem[]] } : { config };
}

/** Compiling takes a hundred times as long as checking, and editors and servers check again and again. */
const validators = new WeakMap<AdapterCatalogue, { ajv: Ajv; validate: ValidateFunction }>();

function validatorFor(catalogue: AdapterCatalogue): { ajv: Ajv; validate: ValidateFunction } {
  const known = validators.get(catalogue);
  if (known) return known;
  // Not inlined, so that what all vendors have in common is compiled once and not for each: a tenth of the time.
  const options = { allErrors: true, verbose: true, allowUnionTypes: true, inlineRefs: false };
  const ajv = new Ajv({ ...options, strict: false });
  const made = { ajv, validate: ajv.compile(composeSchema(catalogue)) };
  validators.set(catalogue, made);
  return made;
}

function unique(problems: Problem[]): [Problem, ...Problem[]] {
  const seen = new Map(problems.map((problem) => [`${problem.path} ${problem.expected}`, problem]));
  return [...seen.values()] as [Problem, ...Problem[]];
}
