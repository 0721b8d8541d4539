import type { Peer } from './peer.js';

/**
 * Cookiebot: `data-cookieconsent` names one or more categories between commas; frames and images wait in
 * `data-cookieblock-src`. It stores a text like an object, of which only `method:'explicit'` was somebody's act.
 *
 * @see https://www.cookiebot.com/en/developer/ and https://support.cookiebot.com/hc/en-us/articles/360003790854 for the
 * markup (as quoted elsewhere); the cookie's form from cookies seen in public, not from its documentation (2026-11-22)
 */
export const cookiebot: Peer = {
  markup: {
    selector: 'script[type="text/plain"][data-cookieconsent],[data-cookieconsent]:not(script)',
    prefix: 'data-cookieblock-',
    namesOn: (element) => element.getAttribute('data-cookieconsent')?.match(/[^\s,]+/g) ?? [],
  },
  storedName: 'CookieConsent',
  readStored(read) {
    const text = decode(read());
    const at = Number(/,utc:(\d{13})[,}]/.exec(text)?.[1]);
    // `implied` is what it writes by itself, e.g. outside the regions where it asks.
    if (!at || !/,method:'explicit',/.test(text)) return undefined;
    const said = [...text.matchAll(/[{,](preferences|statistics|marketing):(true|false)(?=[,}])/g)];
    return { at, answers: Object.fromEntries(said.map(([, name, yes]) => [name, yes === 'true'])) };
  },
};

function decode(text = ''): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
