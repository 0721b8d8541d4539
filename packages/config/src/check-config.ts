import { Ajv, type ValidateFunction } from 'ajv';
import type { AdapterCatalogue } from './catalogue.js';
import { composeSchema } from './compose-schema.js';
import { fromSchemaError, type Problem, withSuggestion } from './problem.js';
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
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, strict: false });
  const made = { ajv, validate: ajv.compile(composeSchema(catalogue)) };
  validators.set(catalogue, made);
  return made;
}

function unique(problems: Problem[]): [Problem, ...Problem[]] {
  const seen = new Map(problems.map((problem) => [`${problem.path} ${problem.expected}`, problem]));
  return [...seen.values()] as [Problem, ...Problem[]];
}

function crossReferences(config: ConsentryConfig, catalogue: AdapterCatalogue, ajv: Ajv): Problem[] {
  const problems: Problem[] = [];
  const purposes = Object.keys(config.purposes);
  const version = config.notice?.version ?? 1;
  const checkSince = (path: string, since: number | undefined) => {
    if (since !== undefined && since > version) {
      problems.push({
        path: `${path}.since`,
        value: since,
        expected: `a notice version up to ${version} (notice.version)`,
      });
    }
  };
  const checkTexts = (path: string, text: unknown) => {
    if (typeof text !== 'object' || text === null) return;
    for (const language of config.languages) {
      if (!(language in text))
        problems.push({ path: `${path}.${language}`, expected: 'a text; this language is in "languages"' });
    }
  };

  checkTexts('notice.url', config.notice?.url);
  for (const [id, purpose] of Object.entries(config.purposes)) {
    checkSince(`purposes.${id}`, purpose.since);
    for (const key of ['label', 'description', 'phrase'] as const)
      checkTexts(`purposes.${id}.${key}`, purpose[key]);
    for (const phrase of typeof purpose.phrase === 'object'
      ? Object.values(purpose.phrase)
      : [purpose.phrase]) {
      if (phrase !== undefined && !phrase.includes('{vendors}')) {
        problems.push({
          path: `purposes.${id}.phrase`,
          value: phrase,
          expected: 'a text with {vendors} in it',
        });
      }
    }
  }

  for (const [id, vendor] of Object.entries(config.vendors)) {
    const path = `vendors.${id}`;
    if (purposes.includes(id)) {
      problems.push({
        path,
        value: id,
        expected: 'an id that no purpose has; purposes and vendors share one set of ids',
      });
    }
    checkSince(path, vendor.since);
    const name = vendor.adapter === undefined ? id : vendor.adapter;
    const adapter = name === false ? undefined : catalogue[name];
    if (name !== false && !Object.hasOwn(catalogue, name)) {
      problems.push({
        path: vendor.adapter === undefined ? path : `${path}.adapter`,
        value: name,
        expected: `an adapter (${Object.keys(catalogue).join(', ')}), "adapter": "tag" for anything else, or "adapter": false`,
        ...withSuggestion(name, Object.keys(catalogue)),
      });
      continue;
    }
    if (adapter && name !== id) {
      const validate = ajv.compile({ type: 'object', additionalProperties: false, ...adapter.options });
      if (!validate(vendor.options ?? {})) {
        for (const error of validate.errors ?? []) {
          const problem = fromSchemaError(error);
          problems.push({ ...problem, path: `${path}.options.${problem.path}` });
        }
      }
    } else if (adapter?.options.required?.length && !vendor.options) {
      problems.push({
        path: `${path}.options`,
        expected: `${adapter.options.required.join(', ')} to be set`,
      });
    }
    for (const purpose of vendor.purposes ?? (adapter ? [adapter.purpose] : [])) {
      if (!purposes.includes(purpose)) {
        problems.push({
          path: `${path}.purposes`,
          value: purpose,
          expected: `purposes of this file (${purposes.join(', ')})`,
          ...withSuggestion(purpose, purposes),
        });
      }
    }
    if (!adapter && !vendor.purposes)
      problems.push({ path: `${path}.purposes`, expected: 'to be set; there is no adapter to take it from' });
    for (const key of ['name', 'provider', 'information', 'usedFor'] as const) {
      checkTexts(`${path}.${key}`, vendor[key]);
      const known = vendor[key] ?? adapter?.[key];
      if (typeof known !== 'object' && known !== undefined) continue;
      for (const language of config.languages) {
        if (!vendor[key] && !known?.[language]) {
          problems.push({
            path: `${path}.${key}`,
            expected: `a text in "${language}"; visitors are told it`,
          });
        }
      }
    }
  }
  return problems;
}
