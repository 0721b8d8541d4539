import type { ErrorObject } from 'ajv';
import { closest, distance } from 'fastest-levenshtein';

/** One mistake in a config. */
export interface Problem {
  /** Where, as in `vendors.google-analytics.options.measurementId`; empty for the whole file. */
  readonly path: string;
  /** What stands there; absent when something is missing. */
  readonly value?: unknown;
  /** What was expected, in words. */
  readonly expected: string;
  /** The nearest right spelling, when one is near. */
  readonly suggestion?: string;
}

/** The word of `candidates` that `word` was probably meant to be. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const best = closest(
    word.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  const found = candidates.find((candidate) => candidate.toLowerCase() === best);
  return found && distance(word.toLowerCase(), best) <= Math.max(2, word.length / 3) ? found : undefined;
}

/** Path parts of a JSON pointer. */
function parts(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

const join = (path: readonly (string | number)[]) => path.join('.');

/** A schema error in a marketer's words. */
export function fromSchemaError(error: ErrorObject): Problem {
  const path = parts(error.instancePath);
  const params = error.params as Record<string, unknown>;
  const value = error.data;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const schema = error.parentSchema as { properties?: object; patternProperties?: object };
      const known = Object.keys(schema.properties ?? {});
      const pattern = Object.keys(schema.patternProperties ?? {})[0];
      return {
        path: join([...path, key]),
        value: (value as Record<string, unknown>)[key],
        expected: known.length ? `no such setting; known are ${known.join(', ')}` : `a name like ${pattern}`,
        ...withSuggestion(key, known),
      };
    }
    case 'required':
      return { path: join([...path, String(params.missingProperty)]), expected: 'to be set; it is missing' };
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      return {
        path: join(path),
        value,
        expected: `one of ${allowed.map((item) => JSON.stringify(item)).join(', ')}`,
        ...withSuggestion(String(value), allowed),
      };
    }
    case 'type':
      return { path: join(path), value, expected: `${article(params.type)}` };
    case 'pattern':
      return { path: join(path), value, expected: `${describe(error)} (matching ${params.pattern})` };
    default:
      return { path: join(path), value, expected: `something that ${error.message ?? 'is valid'}` };
  }
}

function describe(error: ErrorObject): string {
  const { description } = error.parentSchema as { description?: string };
  return description ? `"${description}"` : 'another form';
}

/** The `suggestion` member of a problem, if there is one to make. */
export function withSuggestion(word: string, candidates: readonly string[]): { suggestion?: string } {
  const suggestion = nearest(word, candidates);
  return suggestion === undefined ? {} : { suggestion };
}

/** A problem as one line: path, value, expectation, nearest right spelling. */
export function formatProblem({ path, value, expected, suggestion }: Problem): string {
  const shown = value === undefined ? '' : ` is ${abbreviate(value)};`;
  return `${path || 'the file'}:${shown} expected ${expected}.${suggestion ? ` Did you mean "${suggestion}"?` : ''}`;
}

function abbreviate(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function article(types: unknown): string {
  const words = ([] as unknown[])
    .concat(types)
    .map((type) => (/^[aeiou]/.test(String(type)) ? `an ${type}` : `a ${type}`));
  return words.join(' or ');
}
