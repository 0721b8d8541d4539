/** Characters that stand for themselves in JSON: what most texts are made of. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** What few texts have, so that the rest need not be looked at closely. */
const SURROGATE = /[\uD800-\uDFFF]/;
/** A high surrogate without its low one, or the other way round: not a character, so not UTF-8 either. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;

/**
 * The canonical JSON text of `value` (RFC 8785): two values that are equal have equal text, byte for byte.
 *
 * Members that are undefined are left out. Throws a `TypeError` for what JSON cannot carry
 * (NaN, infinities, functions, big integers, undefined in a list) and for lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (PLAIN.test(value)) return `"${value}"`;
      if (SURROGATE.test(value) && LONE_SURROGATE.test(value))
        throw new TypeError('Canonical JSON has no place for a lone surrogate.');
      // ECMAScript's own spelling of strings and numbers is the canonical one (sections 3.2.2.2 and 3.2.2.3).
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON has no number ${value}.`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? list(value) : members(value);
    default:
      throw new TypeError(`Canonical JSON cannot carry a ${typeof value}.`);
  }
}

function list(values: readonly unknown[]): string {
  // Not map: a hole is no value either.
  let text = '';
  for (let i = 0; i < values.length; i++) text += `${i > 0 ? ',' : ''}${canonicalJson(values[i])}`;
  return `[${text}]`;
}

function members(value: object): string {
  const source = value as Record<string, unknown>;
  let text = '';
  // The default order compares UTF-16 code units, as RFC 8785 section 3.2.3 asks.
  for (const name of Object.keys(source).sort()) {
    if (source[name] === undefined) continue;
    text += `${text && ','}${canonicalJson(name)}:${canonicalJson(source[name])}`;
  }
  return `{${text}}`;
}
