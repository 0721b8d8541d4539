/** A high surrogate without its low one, or the other way round: not a character, so not UTF-8 either. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;

/**
 * The canonical JSON text of `value` (RFC 8785): two values that are equal have equal text, byte for byte.
 *
 * Members that are undefined are left out. Throws a `TypeError` for what JSON cannot carry
 * (NaN, infinities, functions, big integers, undefined in a list) and for lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const source = value as Record<string, unknown>;
    const members = Object.keys(source)
      .filter((name) => source[name] !== undefined)
      // The default order compares UTF-16 code units, as RFC 8785 section 3.2.3 asks.
      .sort()
      .map((name) => `${canonicalJson(name)}:${canonicalJson(source[name])}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'string' && LONE_SURROGATE.test(value))
    throw new TypeError('Canonical JSON has no place for a lone surrogate.');
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`Canonical JSON has no number ${value}.`);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    // ECMAScript's own spelling of strings and numbers is the canonical one (sections 3.2.2.2 and 3.2.2.3).
    return JSON.stringify(value);
  throw new TypeError(`Canonical JSON cannot carry a ${typeof value}.`);
}
