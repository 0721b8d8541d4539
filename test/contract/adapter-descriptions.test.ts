import type { VendorDescription } from '@consentry/adapters/describe-vendor';
import { describe, expect, it } from 'vitest';

const files = import.meta.glob<{ description: VendorDescription }>(
  ['../../packages/adapters/src/vendors/*.ts', '!../../packages/adapters/src/vendors/*.test.ts'],
  { eager: true },
);
/** The files as they are written. */
const texts = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../packages/adapters/src/vendors/*.ts', {
      eager: true,
      query: '?raw',
      import: 'default',
    }),
  ).map(([file, text]) => [file.replace(/^.*\/|\.ts$/g, ''), text]),
);
const all = Object.entries(files).map(
  ([file, { description }]) => [file.replace(/^.*\/|\.ts$/g, ''), description] as const,
);
/** Without the adapter for anything else, which describes nobody. */
const vendors = all.filter(([id]) => id !== 'tag');

/** Vendors of one provider that store under the same names, because they are parts of one service. */
const SHARED = [
  ['google-adsense', 'google-publisher-tag'],
  ['google-ads', 'google-analytics'],
  ['google-ads', 'google-floodlight'],
];

const PURPOSES = ['analytics', 'functional', 'marketing', 'necessary'];
const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const DURATION = /^(session|P(?=\d|T)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)$/;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s?#*]*)?$/;
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe.each(vendors)('what visitors are told of %s', (id, description) => {
  it('names a purpose, a provider and where it is', () => {
    expect(PURPOSES).toContain(description.purpose);
    expect(description.provider.en).toBeTruthy();
    if (description.country) {
      expect(description.country).toMatch(/^[A-Z]{2}$/);
      expect(COUNTRIES.of(description.country)).toBeDefined();
    }
    expect(description.policyUrl).toMatch(/^https:\/\//);
  });

  it('names hosts as a request has them: in lower case, without a scheme or a wildcard, none below another', () => {
    const { hosts } = description;
    expect(hosts.length).toBeGreaterThan(0);
    for (const host of hosts) {
      // Google's scripts have capitals in their paths.
      expect(host.replace(/\/.*/, ''), host).toMatch(HOST);
      expect(host).not.toMatch(/[*?#\s]|:\/\//);
      const wider = hosts.filter((other) => other !== host && `.${host}`.endsWith(`.${other}`));
      expect(wider, host).toEqual([]);
    }
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it('says of everything it stores how long, and of what is not of this site whose it is', () => {
    const seen = new Set<string>();
    for (const { kind, name, life, domain } of description.storage) {
      if (life !== undefined) expect(life, name).toMatch(DURATION);
      // What could not be checked is not told as a fact.
      else expect(texts[id], name).toContain('Unverified:');
      expect(name).toMatch(/^[^*]+\*?$/);
      if (domain !== undefined) expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      expect(seen).not.toContain(`${kind} ${name} ${domain}`);
      seen.add(`${kind} ${name} ${domain}`);
    }
  });

  it('is written in Japanese where it is Japanese, and says what the provider and a withdrawal do', () => {
    for (const text of [description.information, description.usedFor]) {
      expect(text.ja).toMatch(JAPANESE);
      expect(text.en).not.toMatch(JAPANESE);
      expect(text.en).toMatch(/^[A-Z][^.]*$/);
      expect(text.ja).not.toMatch(/。$/);
    }
    expect(description.recipientUse?.ja).toMatch(JAPANESE);
    expect(description.recipientUse?.en).toBeTruthy();
    expect(description.withdrawal?.note.ja).toMatch(JAPANESE);
    expect(description.withdrawal?.note.en).toMatch(/\.$/);
  });

  it('has a description for every option, and an example with the required ones', () => {
    const { required = [], properties, dependencies = {} } = description.options;
    for (const [option, schema] of Object.entries(properties))
      expect(schema.description, option).toBeTruthy();
    for (const option of required) expect(description.example).toHaveProperty(option);
    for (const option of Object.keys(description.example)) expect(properties).toHaveProperty(option);
    for (const [option, others] of Object.entries(dependencies)) {
      for (const name of [option, ...others]) expect(properties).toHaveProperty(name);
    }
  });
});

describe('what vendors store', () => {
  const own = vendors.flatMap(([id, { storage }]) =>
    storage.filter(({ domain }) => !domain).map(({ kind, name }) => ({ id, kind, name })),
  );

  it('is nobody else’s: no name or prefix of one vendor means what another stores', () => {
    const taken = own.flatMap((one) =>
      own
        .filter(({ id, kind, name }) => id !== one.id && kind === one.kind && means(one.name, name))
        .filter(({ id }) => !SHARED.some((pair) => pair.includes(id) && pair.includes(one.id)))
        .map((other) => `${one.id} would delete ${other.name} of ${other.id}`),
    );
    expect(taken).toEqual([]);
  });

  it('is told apart by that rule', () => {
    expect(means('_a*', '_abc')).toBe(true);
    expect(means('_a*', '_abc*')).toBe(true);
    expect(means('_abc', '_a*')).toBe(false);
    expect(means('_abc', '_abcd')).toBe(false);
  });

  it('has names long enough to be a vendor’s own', () => {
    // Four characters and more, or two behind an underscore: `_td` is, `id` is not.
    for (const { id, name } of own) expect(name.replace('*', ''), id).toMatch(/^(_.{2,}|.{3,})$/);
  });
});

/** Whether a declared name, exact or a prefix, covers another declared name. */
function means(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
