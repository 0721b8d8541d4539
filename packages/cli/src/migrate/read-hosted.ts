import type { FoundName, SetupReader, Sources } from './found-setup.js';

/** Whether a page loads a script of this host. */
const loads = ({ pages }: Sources, host: RegExp) =>
  pages.some(({ tags }) =>
    tags.some(({ element, urls }) => element === 'script' && urls.some((url) => host.test(url.hostname))),
  );
const category = (name: string, exempt = false): FoundName => ({ name, kind: 'category', exempt });
/** The names that pages use beyond those that everybody has. */
const further = ({ pages }: Sources, reader: Pick<SetupReader, 'namesIn'>, known: readonly FoundName[]) =>
  [...new Set(pages.flatMap(({ tags }) => tags.flatMap(({ attributes }) => reader.namesIn(attributes))))]
    .filter((name) => !known.some((each) => each.name === name))
    .map((name) => category(name));

const COOKIEBOT = [
  category('necessary', true),
  category('preferences'),
  category('statistics'),
  category('marketing'),
];
const COOKIEBOT_NAMES: SetupReader['namesIn'] = (attributes) =>
  (attributes['data-cookieconsent'] ?? '').match(/[^\s,]+/g) ?? [];

/**
 * Cookiebot: its categories are fixed, and everything else is set at its own site.
 *
 * @see https://www.cookiebot.com/en/developer/ (as quoted elsewhere, 2026-11-22)
 */
export const readCookiebot: SetupReader = {
  of: 'cookiebot',
  namesIn: COOKIEBOT_NAMES,
  read(sources) {
    const isThere =
      loads(sources, /(^|\.)cookiebot\.(com|eu)$/) ||
      sources.pages.some(({ tags }) => tags.some(({ attributes }) => attributes['data-cookieconsent']));
    if (!isThere) return undefined;
    return {
      // "ignore" is a word to its scanner, and no category.
      names: COOKIEBOT,
      left: [
        'What Cookiebot blocks by itself is not in the pages: name those vendors under "vendors", and they are withheld by their hosts.',
        'Texts, colours and regions are set at Cookiebot, and are not in the pages.',
      ],
    };
  },
};

const ONETRUST = [category('C0001', true), category('C0002'), category('C0003'), category('C0004')];
const ONETRUST_NAMES: SetupReader['namesIn'] = (attributes) =>
  /(?:^|\s)optanon-category((?:-[A-Za-z0-9_,]+)+)/.exec(attributes.class ?? '')?.[1]?.match(/[^-,]+/g) ?? [];

/**
 * OneTrust: groups C0001 to C0004 unless a site has changed them, and those that its pages name besides.
 *
 * @see https://my.onetrust.com/articles/en_US/Knowledge/UUID-518074a1-a6da-81c3-be52-bae7685d9c94 (as quoted elsewhere, 2026-11-22)
 */
export const readOnetrust: SetupReader = {
  of: 'onetrust',
  namesIn: ONETRUST_NAMES,
  read(sources) {
    const others = further(sources, { namesIn: ONETRUST_NAMES }, ONETRUST);
    const isThere =
      loads(sources, /(^|\.)(cookielaw\.org|cookiepro\.com)$/) ||
      sources.pages.some(({ tags }) => tags.some(({ attributes }) => ONETRUST_NAMES(attributes)[0]));
    if (!isThere) return undefined;
    return {
      names: [...ONETRUST, ...others],
      left: [
        'C0001 to C0004 are taken for strictly necessary, performance, functional and targeting, as OneTrust has them at first. Compare with your groups.',
        'What OneTrust blocks by itself is not in the pages: name those vendors under "vendors", and they are withheld by their hosts.',
        'Texts, colours and regions are set at OneTrust, and are not in the pages.',
      ],
    };
  },
};
