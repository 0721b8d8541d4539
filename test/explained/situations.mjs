// Random sites with rules, and random visitors of them.
import fc from 'fast-check';

/** What everybody has to be told of a vendor. */
const TOLD = { adapter: false, provider: 'Somebody', information: 'Pages viewed', usedFor: 'Testing' };
const MODELS = ['opt-in', 'opt-out', 'notice'];
/** Places with rules of every kind, and texts that are none. */
const PLACES = [
  ...['JP', 'JP-13', 'DE', 'FR', 'NO', 'GB', 'CH', 'BR', 'KR', 'AU', 'KE'],
  ...['US', 'US-CA', 'US-CO', 'US-VA', 'US-WY', 'US-ZZ', 'CA', 'CA-QC', 'CA-ON', 'CA-ZZ'],
  ...['XX', 'T1', 'jp', '<b>JP</b>', '{{country}}', '__proto__', ''],
];
const SAID = ['granted', 'denied', 'withdrawn', 'revoked', 'granted-despite-signal'];

const rule = fc.record(
  {
    model: fc.constantFrom(...MODELS),
    grantDays: fc.constantFrom(1, 30, 90, 180, 365, 400),
    denyDays: fc.constantFrom(1, 30, 90, 180, 365, 400),
    gpc: fc.constantFrom('deny', 'inform'),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const regime = fc.oneof(
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: rule },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        byPlace: fc.constant(true),
        places: fc.dictionary(
          fc.constantFrom('EEA', 'EU', 'DE', 'JP', 'US', 'US-CA', 'US-WY', 'CA-ON', 'KE', 'BR'),
          rule,
          { maxKeys: 3, noNullPrototype: true },
        ),
      },
      { requiredKeys: ['byPlace'], noNullPrototype: true },
    ),
  },
);
const since = fc.option(fc.constantFrom(1, 2, 3), { nil: undefined });
const purpose = fc.record({
  label: fc.constant('A purpose'),
  exempt: fc.boolean(),
  signals: fc.constantFrom(undefined, ['gpc']),
  since,
});
const PURPOSES = ['analytics', 'marketing', 'media'];
const vendor = fc.record({
  ...Object.fromEntries(Object.entries(TOLD).map(([key, value]) => [key, fc.constant(value)])),
  name: fc.constant('A vendor'),
  purposes: fc.uniqueArray(fc.constantFrom(...PURPOSES), { minLength: 1, maxLength: 2 }),
  askFirst: fc.constantFrom(undefined, undefined, true, false),
  transfer: fc.constantFrom(undefined, undefined, { basis: 'consent' }),
  since,
});

/** Configs, without what says nothing. */
export const configs = fc
  .record({
    regime,
    purposes: fc.record(Object.fromEntries(PURPOSES.map((id) => [id, purpose])), { noNullPrototype: true }),
    vendors: fc.record(Object.fromEntries(['acme', 'duo', 'tube'].map((id) => [id, vendor])), {
      noNullPrototype: true,
    }),
  })
  .map((parts) =>
    JSON.parse(JSON.stringify({ site: 'explained', languages: ['en'], notice: { version: 3 }, ...parts })),
  );

const visitor = fc.record({
  place: fc.option(fc.constantFrom(...PLACES), { nil: undefined }),
  /** Who tells the page. */
  told: fc.constantFrom('meta', 'header', 'script'),
  gpc: fc.boolean(),
  decisions: fc.dictionary(fc.constantFrom(...PURPOSES, 'acme', 'duo', 'tube'), fc.constantFrom(...SAID), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  decidedDaysAgo: fc.constantFrom(0, 1, 29, 30, 31, 89, 90, 179, 180, 181, 364, 365, 399, 400, 500),
  noticeVersion: fc.constantFrom(1, 2, 3, undefined),
});

/** Visitors of a site with this config: they decide on what can be decided on. */
export const visitorsOf = ({ purposes, vendors }) => {
  const isDecidable = (id) =>
    purposes[id] ? !purposes[id].exempt : vendors[id].purposes.some((each) => !purposes[each].exempt);
  return visitor.map(({ decisions, ...rest }) => ({
    ...rest,
    decisions: Object.fromEntries(Object.entries(decisions).filter(([id]) => isDecidable(id))),
  }));
};
