/** What is wrong with a value, precisely enough to mend it. */
export interface Problem {
  /** The member, e.g. `"notice.version"`; empty for the whole value. */
  readonly path: string;
  readonly expected: string;
  /** What was there instead, shortened; long texts are described and not repeated. */
  readonly got: string;
}

/** Says what is wrong with `value`, with paths from there; nothing when it is as it should be. */
export type Check = (value: unknown) => Problem | undefined;

/** Plain data with nothing inherited, or nothing when `value` is no JSON. Nothing it does can throw. */
export function toPlainData(value: unknown): { readonly data: unknown } | undefined {
  try {
    return { data: JSON.parse(JSON.stringify(value)) };
  } catch {
    return undefined; // a getter that throws, a cycle, a big integer, undefined: no JSON in any case
  }
}

/** A text that `pattern` matches. */
export function text(pattern: RegExp, expected: string): Check {
  return valueThat((value) => typeof value === 'string' && pattern.test(value), expected);
}

/** One of a few texts. */
export function oneOf(...texts: readonly string[]): Check {
  return valueThat(
    (value) => texts.includes(value as string),
    texts.map((each) => JSON.stringify(each)).join(' or '),
  );
}

/** Whatever `holds` says yes to. */
export function valueThat(holds: (value: unknown) => boolean, expected: string): Check {
  return (value) => (holds(value) ? undefined : { path: '', expected, got: describe(value) });
}

/** An object with all of `required`, perhaps some of `optional`, and nothing else. */
export function members(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  // A server asks for every record it is sent: what can be known before is looked up once.
  const known = Object.entries({ ...required, ...optional });
  const names = new Set(known.map(([name]) => name));
  return (value) => {
    if (!isObject(value)) return { path: '', expected: 'an object', got: describe(value) };
    let found = 0;
    for (const [name, check] of known) {
      const isThere = Object.hasOwn(value, name);
      if (isThere) found++;
      const problem = isThere
        ? check(value[name])
        : Object.hasOwn(required, name) && { path: '', expected: 'a value', got: 'nothing' };
      if (problem) return within(name, problem);
    }
    const all = Object.keys(value);
    const stray = all.length > found && all.find((name) => !names.has(name));
    return typeof stray === 'string'
      ? within(stray, { path: '', expected: 'no such member', got: describe(value[stray]) })
      : undefined;
  };
}

/** An object from 1 to `most` names that `name` accepts to values that `entry` accepts. */
export function entries(name: Check, entry: Check, most: number): Check {
  return (value) => {
    if (!isObject(value)) return { path: '', expected: 'an object', got: describe(value) };
    const names = Object.keys(value);
    if (names.length < 1 || names.length > most)
      return { path: '', expected: `1 to ${most} members`, got: `${names.length}` };
    for (const each of names) {
      const problem = name(each) ?? entry(value[each]);
      if (problem) return within(each, problem);
    }
    return undefined;
  };
}

/** A list of at most `most` values that `entry` accepts. */
export function list(entry: Check, most: number): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length > most)
      return { path: '', expected: `a list of at most ${most}`, got: describe(value) };
    for (const [i, each] of value.entries()) {
      const problem = entry(each);
      if (problem) return within(String(i), problem);
    }
    return undefined;
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The problem of a member, as a problem of what it is a member of. */
function within(name: string, { path, ...problem }: Problem): Problem {
  return { path: path ? `${clip(name)}.${path}` : clip(name), ...problem };
}

function clip(text: string): string {
  return text.length > 50 ? `${text.slice(0, 50)}…` : text;
}

function describe(value: unknown): string {
  if (typeof value === 'string')
    return value.length > 50 ? `a text of ${value.length} characters` : JSON.stringify(value);
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : String(value);
}

/** A time as `Date.prototype.toISOString` writes it: UTC, milliseconds, four-digit year. */
export const isoTime: Check = valueThat(
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    // 30 February is rolled over by some engines.
    new Date(value).toISOString() === value,
  'a time in UTC with milliseconds, e.g. 2026-11-21T07:00:00.000Z',
);
