import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdapterCatalogue } from './catalogue.js';
import { mergePatch } from './files/merge-patch.js';
import { parseConfig } from './parse-config.js';

const CATALOGUE: AdapterCatalogue = {};
const JSON_TEXT = JSON.stringify({
  site: 'shop',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' } },
  vendors: {
    acme: {
      adapter: false,
      purposes: ['analytics'],
      name: 'Acme',
      provider: 'Acme Ltd',
      information: 'Pages viewed',
      usedFor: 'Measuring',
    },
  },
});
const YAML_TEXT = `# Who measures here
site: shop
languages: [en]
purposes:
  analytics:
    label: Measuring
vendors:
  acme:
    adapter: false
    purposes: [analytics]
    name: Acme
    provider: Acme Ltd
    information: Pages viewed
    usedFor: Measuring
`;
const read = (text: string, overlay?: string) =>
  parseConfig(text, CATALOGUE, {
    format: 'yaml',
    ...(overlay === undefined ? {} : { overlay: { text: overlay, format: 'yaml' } }),
  });
const problem = (text: string, overlay?: string) => read(text, overlay).problems?.[0];

describe('a config in YAML', () => {
  it('means what the same in JSON means', () => {
    expect(read(YAML_TEXT)).toEqual({ config: JSON.parse(JSON_TEXT) });
    expect(parseConfig(JSON_TEXT, CATALOGUE).config).toEqual(JSON.parse(JSON_TEXT));
  });

  it('may be JSON, which is YAML too', () => {
    expect(read(JSON_TEXT).config).toEqual(JSON.parse(JSON_TEXT));
  });

  it('takes "no" for Norwegian and not for false', () => {
    expect(read(YAML_TEXT.replace('[en]', '[no]')).config?.languages).toEqual(['no']);
  });

  it('has its mistakes named with line and column', () => {
    expect(problem(YAML_TEXT.replace('[analytics]', '[analytic]'))).toMatchObject({
      path: 'vendors.acme.purposes',
      value: 'analytic',
      suggestion: 'analytics',
      line: 10,
      column: 15,
    });
    expect(problem(YAML_TEXT.replace('adapter:', 'adaptor:'))).toMatchObject({
      suggestion: 'adapter',
      line: 9,
    });
  });

  it.each([
    ['a tab that indents', 'site: shop\n\tlanguages: [en]', 2],
    ['a name that is there twice', 'site: shop\nsite: other', 2],
    ['a list that does not end', 'languages: [en', 1],
    ['a tag of a language', 'site: !!js/function "x"', 1],
    ['an alias of nothing', 'site: *there', 1],
    ['nothing', '', 1],
    ['only a remark', '# later', 1],
  ])('is refused with %s, and the place is named', (_, text, line) => {
    expect(problem(text)).toMatchObject({ path: '', expected: expect.stringContaining('valid YAML'), line });
  });

  it('cannot be made to grow without end', () => {
    const lists = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
    expect(problem(['a0: &a0 [x]', ...lists].join('\n'))?.expected).toContain('alias');
  });
});

describe('a config in JSON', () => {
  it('has each name once: which of two counts is not for us to guess', () => {
    const twice = JSON_TEXT.replace('"site":"shop"', '"site":"shop","site":"other"');
    expect(parseConfig(twice, CATALOGUE).problems?.[0]).toMatchObject({
      expected: 'each name once; "site" is there twice',
      line: 1,
      column: 16,
    });
  });

  it('has no member that becomes a prototype', () => {
    const { problems } = parseConfig(JSON_TEXT.replace('{', '{"__proto__": {"gate": {}},'), CATALOGUE);
    expect(problems?.[0]?.path).toBe('__proto__');
  });
});

describe('an overlay', () => {
  it('says what one environment has otherwise, and takes away with null', () => {
    const { config } = read(
      YAML_TEXT,
      'site: shop-staging\nvendors:\n  acme:\n    enabled: false\n    name: Acme test\n',
    );
    expect(config).toMatchObject({
      site: 'shop-staging',
      vendors: { acme: { enabled: false, name: 'Acme test', provider: 'Acme Ltd' } },
    });
    expect(read(YAML_TEXT, 'vendors:\n  acme: null\n').config?.vendors).toEqual({});
  });

  it('has its own mistakes named in it, and those of the file below in that', () => {
    expect(problem(YAML_TEXT, 'vendors:\n  acme:\n    enabled: "no"\n')).toMatchObject({
      path: 'vendors.acme.enabled',
      line: 3,
      inOverlay: true,
    });
    const below = problem(YAML_TEXT.replace('label: Measuring', 'label: 1'), 'site: staging\n');
    expect(below).toMatchObject({ path: 'purposes.analytics.label', line: 6 });
    expect(below).not.toHaveProperty('inOverlay');
  });

  it('is read as strictly', () => {
    expect(problem(YAML_TEXT, 'site: [')).toMatchObject({ inOverlay: true });
  });
});

describe('mergePatch', () => {
  // The cases of RFC 7396, appendix A.
  it.each([
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
    ['{"a":"b"}', '{"a":null}', '{}'],
    ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
    ['["a","b"]', '["c","d"]', '["c","d"]'],
    ['{"a":"b"}', '["c"]', '["c"]'],
    ['{"a":"foo"}', 'null', 'null'],
    ['{"a":"foo"}', '"bar"', '"bar"'],
    ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
    ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
    ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
  ])('makes of %s and %s %s', (base, patch, merged) => {
    expect(mergePatch(JSON.parse(base), JSON.parse(patch))).toEqual(JSON.parse(merged));
  });

  it('leaves prototypes alone', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__": {"polluted": true}}')) as Record<string, unknown>;
    expect(Object.keys(merged)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('any text', () => {
  it('gets an answer with a place in it, and never an exception', () => {
    const near = fc
      .tuple(fc.nat(YAML_TEXT.length), fc.nat(8), fc.string({ unit: 'binary', maxLength: 6 }))
      .map(([at, cut, text]) => YAML_TEXT.slice(0, at) + text + YAML_TEXT.slice(at + cut));
    fc.assert(
      fc.property(
        fc.oneof(near, fc.string({ unit: 'binary' })),
        near,
        fc.boolean(),
        (text, overlay, isJson) => {
          const format = isJson ? 'json' : 'yaml';
          const { problems = [] } = parseConfig(text, CATALOGUE, {
            format,
            overlay: { text: overlay, format: 'yaml' },
          });
          for (const { line, column } of problems) {
            expect(Number.isInteger(line) && line >= 1).toBe(true);
            expect(Number.isInteger(column) && column >= 1).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
