// Random sequences of what visitors and pages do.
import fc from 'fast-check';
import { IDS, PURPOSES, VENDORS } from './model.mjs';

const some = (ids, minLength) => fc.uniqueArray(fc.constantFrom(...ids), { minLength, maxLength: 2 });
const host = fc.constantFrom(...VENDORS);
const maybeHost = fc.option(host, { nil: undefined });
/** Unmarked scripts come by script alone: as HTML text no browser runs them, whoever allows them. */
const WAYS = ['script', 'text'];

const element = (kind) => fc.constantFrom(...kind);
const marked = fc.oneof(
  fc.record({ kind: fc.constant('inline'), marks: some(IDS, 1), via: fc.constantFrom(...WAYS) }),
  fc.record({
    kind: element(['external', 'image', 'frame']),
    marks: some(IDS, 1),
    host: fc.constant(undefined),
    via: fc.constantFrom(...WAYS),
  }),
  fc.record({
    kind: element(['external', 'image', 'frame']),
    marks: some(PURPOSES, 1),
    host,
    via: fc.constant('script'),
  }),
);
const unmarked = fc.oneof(
  fc.record({ kind: fc.constant('external'), marks: fc.constant([]), host, via: fc.constant('script') }),
  fc.record({
    kind: element(['image', 'frame']),
    marks: fc.constant([]),
    host,
    via: fc.constantFrom(...WAYS),
  }),
);
const request = fc.record({ kind: fc.constant('request'), marks: fc.constant([]), host });
/** In the HTML of a page. Without unmarked frames: Chromium has now and then begun to show one when it is taken away. */
const parsed = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('inline'), marks: some(IDS, 1) }),
    fc.record({ kind: element(['external', 'image', 'frame']), marks: some(IDS, 1), host: maybeHost }),
    fc.record({ kind: element(['external']), marks: fc.constant([]), host }),
  ),
  { maxLength: 3 },
);

const choices = fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom('grant', 'deny', 'withdraw'), {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});
const act = (type) => fc.record({ type: fc.constant(type), ids: some(IDS, 0) });

/** Up to twelve actions, in the order in which they happen. */
export const sequences = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ type: fc.constant('arrive'), tag: fc.oneof(marked, unmarked, request) }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('store'), vendor: host }) },
    { weight: 4, arbitrary: act('grant') },
    { weight: 2, arbitrary: act('deny') },
    { weight: 2, arbitrary: act('withdraw') },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('decide'), choices }) },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constantFrom('navigate', 'close', 'forget'), tags: parsed }),
    },
  ),
  { minLength: 1, maxLength: 12 },
);
