// Random configs: what a marketer could write, and what somebody who means harm could.
import fc from 'fast-check';

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '{vendors}',
  '{purposes} $& $1 \\u2028 \u2028',
  `\`\${alert(1)}`,
  '\'"\\',
  'توضيح',
  '説明',
  '-->]]>',
];
const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
);
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const maybe = (arbitrary) => fc.option(arbitrary, { nil: undefined });
const days = fc.integer({ min: 1, max: 400 });
/** Leaves out what is undefined, as a file does. */
const plain = (value) => JSON.parse(JSON.stringify(value));

/** A text: one for all languages, or one for each. */
const textIn = (languages) =>
  fc.oneof(words, fc.record(Object.fromEntries(languages.map((language) => [language, words]))));

const purpose = (languages) =>
  fc.record({
    label: textIn(languages),
    description: maybe(textIn(languages)),
    phrase: maybe(words.map((text) => `${text}{vendors}`)),
    exempt: maybe(fc.boolean()),
    signals: maybe(fc.constant(['gpc'])),
    since: maybe(fc.integer({ min: 1, max: 3 })),
  });

/** The options that an adapter has to be told, by the patterns of its schema. */
const optionsOf = ({ options: { required = [], properties } }) =>
  fc.record(Object.fromEntries(required.map((name) => [name, optionOf(properties[name])])));
const optionOf = ({ pattern, enum: values, type }) => {
  if (values) return fc.constantFrom(...values);
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return type === 'number' || type === 'integer' ? fc.integer({ min: 1, max: 99 }) : words;
};

const host = fc.stringMatching(/^[a-z]{2,8}\.example(\/[a-z]{1,5})?$/);
const storage = fc.record({
  kind: fc.constantFrom('cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage'),
  name: fc.stringMatching(/^[a-z_.-]{1,12}\*?$/),
  life: maybe(fc.constantFrom('session', 'P1Y', 'P30D', 'PT30M')),
});
const describedVendor = (languages, purposes) =>
  fc.record({
    adapter: fc.constant(false),
    enabled: maybe(fc.boolean()),
    purposes: fc.subarray(purposes, { minLength: 1 }),
    name: textIn(languages),
    provider: textIn(languages),
    country: maybe(fc.constantFrom('JP', 'US', 'DE')),
    information: textIn(languages),
    usedFor: textIn(languages),
    hosts: maybe(fc.array(host, { maxLength: 3 })),
    storage: maybe(fc.array(storage, { maxLength: 3 })),
    held: maybe(fc.constantFrom('reject', 'replay')),
    policyUrl: maybe(fc.constantFrom('/privacy', 'https://vendor.example/privacy')),
    askFirst: maybe(fc.boolean()),
    since: maybe(fc.integer({ min: 1, max: 3 })),
  });
const adapterVendor = (catalogue, adapter, purposes) =>
  fc.record({ options: optionsOf(catalogue[adapter]), purposes: fc.subarray(purposes, { minLength: 1 }) });

const drift = fc.record({
  report: maybe(fc.constantFrom('console', 'server')),
  sample: maybe(fc.constantFrom(0.5, 1)),
  ignore: maybe(fc.uniqueArray(fc.constantFrom('cdn.example', 'static.example'), { minLength: 1 })),
});
const dialect = (purposes) =>
  fc.record({
    of: fc.constantFrom(
      ...['vanilla-cookieconsent', 'klaro', 'orejime', 'tarteaucitron', 'cookiebot', 'onetrust'],
    ),
    categories: fc.dictionary(
      fc.constantFrom('analytics', 'statistics', 'marketing', 'C0002', 'gtag'),
      fc.oneof(fc.constantFrom(...purposes), fc.subarray(purposes, { minLength: 1 })),
      { minKeys: 1 },
    ),
  });

/** Configs with vendors of the catalogue and with described ones. Most of them are right. */
export function randomConfigs(catalogue) {
  const adapters = Object.keys(catalogue).filter((name) => name !== 'tag');
  return fc
    .record({
      languages: fc.uniqueArray(fc.constantFrom('en', 'ja'), { minLength: 1 }),
      purposes: fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
      described: fc.uniqueArray(id, { maxLength: 4 }),
      adapters: fc.uniqueArray(fc.constantFrom(...adapters), { maxLength: 3 }),
    })
    .chain(({ languages, purposes, described, adapters: used }) =>
      fc.record({
        site: id,
        languages: fc.constant(languages),
        notice: maybe(fc.record({ version: fc.constant(3), url: maybe(fc.constant('/privacy')) })),
        regime: maybe(
          fc.oneof(
            fc.record({
              model: maybe(fc.constantFrom('opt-in', 'opt-out', 'notice')),
              grantDays: maybe(days),
              denyDays: maybe(days),
              gpc: maybe(fc.constantFrom('deny', 'inform')),
            }),
            fc.record({ byPlace: fc.boolean(), grantDays: maybe(days) }),
          ),
        ),
        purposes: fc.record(Object.fromEntries(purposes.map((name) => [name, purpose(languages)]))),
        vendors: fc.record({
          ...Object.fromEntries(described.map((name) => [`v-${name}`, describedVendor(languages, purposes)])),
          ...Object.fromEntries(used.map((name) => [name, adapterVendor(catalogue, name, purposes)])),
        }),
        appearance: maybe(
          fc.record({
            layout: maybe(fc.constantFrom('box', 'bar', 'modal')),
            theme: maybe(fc.constantFrom('ink', 'paper', 'harbour', 'moss', 'contrast')),
            radius: maybe(fc.constantFrom('0', '12px', '1.5rem')),
            font: maybe(fc.constantFrom('serif', 'Inter, sans-serif', '"Noto Sans JP"')),
            colors: maybe(fc.constant({ accent: ['#123456', 'rgb(200 210 220)'] })),
          }),
        ),
        gate: maybe(fc.record({ layer: fc.constantFrom('page', 'strict', 'marked') })),
        texts: maybe(fc.constant({ en: { banner: { title: HOSTILE[0] } } })),
        drift: maybe(drift),
        dialect: maybe(dialect(purposes)),
        receipts: maybe(fc.constant({ endpoint: '/consentry/records' })),
        cookie: maybe(fc.record({ name: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/) })),
      }),
    )
    .map(plain);
}
