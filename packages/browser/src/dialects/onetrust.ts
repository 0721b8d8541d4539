import type { Peer } from './peer.js';

/**
 * OneTrust: a class `optanon-category-C0002`, with several groups behind further dashes or commas, all of which are needed;
 * frames and images wait in `data-src`. Its cookie has `groups=C0002:1,…`; another one says when the banner was closed.
 *
 * @see https://my.onetrust.com/articles/en_US/Knowledge/UUID-518074a1-a6da-81c3-be52-bae7685d9c94 for the markup;
 * the cookies' form
 * from cookies seen in public, and what `intType` means from what others read in its script, not from its documentation (2026-11-22)
 */
export const onetrust: Peer = {
  markup: {
    selector:
      'script[type="text/plain"][class*="optanon-category-"],[class*="optanon-category-"]:not(script)',
    prefix: 'data-',
    namesOn: (element) =>
      /(?:^|\s)optanon-category((?:-[A-Za-z0-9_,]+)+)/
        .exec(element.getAttribute('class') ?? '')?.[1]
        ?.match(/[^-,]+/g) ?? [],
  },
  storedName: 'OptanonConsent',
  readStored(read) {
    const at = Date.parse(read('OptanonAlertBoxClosed') ?? '');
    const fields = new URLSearchParams(read());
    if (!at || fields.get('AwaitingReconsent') === 'true') return undefined;
    // A banner that was merely closed may leave groups on; only "allow all" (1) is a yes beyond doubt.
    const isYes = fields.get('intType') === '1';
    const groups = (fields.get('groups') ?? '').split(',').flatMap((group) => {
      const [, name, value] = /^(\w{1,50}):([01])$/.exec(group) ?? [];
      return name && (value === '0' || isYes) ? [[name, value === '1'] as const] : [];
    });
    return { at, answers: Object.fromEntries(groups) };
  },
};
