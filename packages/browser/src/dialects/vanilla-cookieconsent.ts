import type { Peer } from './peer.js';
import { readObject } from './read-json.js';

const texts = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * CookieConsent by orestbida: scripts with `data-category` and perhaps `data-service`, of which `data-src` and `data-type`
 * wait. A `!` before a name asks for the script after a no; such a script stays withheld here. It stores the categories
 * and services that were accepted, so that all others were rejected.
 *
 * @see https://www.npmjs.com/package/vanilla-cookieconsent 3.1.0, types and dist/cookieconsent.esm.js (read 2026-11-22)
 */
export const vanillaCookieconsent: Peer = {
  markup: {
    selector: 'script[type="text/plain"][data-category]',
    prefix: 'data-',
    namesOn: (element) =>
      ['data-category', 'data-service'].flatMap((name) => element.getAttribute(name) || []),
  },
  storedName: 'cc_cookie',
  readStored(read, { categories, revision = 0 }, now) {
    const found = readObject(read());
    const at = Date.parse(`${found?.lastConsentTimestamp}`);
    // Its own rule: without an id, a date and the same revision the visitor is asked.
    if (!found?.consentId || !Array.isArray(found.categories) || !at) return undefined;
    if (found.revision !== revision || !(Number(found.expirationTime) > now)) return undefined;
    const { services = {} } = found as { services?: Record<string, unknown> };
    const accepted = new Set([...found.categories, ...Object.values(services ?? {}).flatMap(texts)]);
    return {
      at,
      answers: Object.fromEntries([...categories.keys()].map((name) => [name, accepted.has(name)])),
    };
  },
};
