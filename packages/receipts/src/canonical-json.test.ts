import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it('writes the reference value the way RFC 8785 does', () => {
    const value = {
      b: 1,
      a: 'é',
      '€': 1e21,
      n: 0.1,
      neg: -0,
      arr: [true, null, '\u000f'],
      nested: { z: 1, A: 2 },
    };
    expect(canonicalJson(value)).toBe(
      '{"a":"é","arr":[true,null,"\\u000f"],"b":1,"n":0.1,"neg":0,"nested":{"A":2,"z":1},"€":1e+21}',
    );
  });

  it('sorts members by UTF-16 code units and not by code points', () => {
    expect(canonicalJson({ '\uFB33': 1, '\u{1F600}': 2 })).toBe('{"\u{1F600}":2,"\uFB33":1}');
  });

  it('leaves out members that are undefined', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('keeps a member named __proto__', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });

  it('accepts surrogates in pairs', () => {
    expect(canonicalJson('a\u{1F600}b')).toBe('"a\u{1F600}b"');
  });

  it.each([
    ['a high surrogate alone', 'a\uD83D'],
    ['a low surrogate alone', '\uDE00a'],
    ['two high surrogates', '\uD83D\uD83D\uDE00'],
    ['a lone surrogate in a name', { '\uD83D': 1 }],
    ['NaN', Number.NaN],
    ['an infinity', [Number.POSITIVE_INFINITY]],
    ['undefined in a list', [undefined]],
    ['a function', { run: () => 0 }],
    ['a big integer', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
