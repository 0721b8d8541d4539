import type { Peer } from './peer.js';
import { readAnswers, readObject } from './read-json.js';

/**
 * Klaro: `data-name` says the service, and `data-src`, `data-href` and `data-type` wait. It stores one yes or no for each
 * service, without a date, and only when somebody has saved them.
 *
 * @see https://www.npmjs.com/package/klaro 0.7.22, src/consent-manager.js and src/stores.js (read 2026-11-22)
 */
export const klaro: Peer = {
  markup: {
    selector: 'script[type="text/plain"][data-name],[data-name]:not(script)',
    prefix: 'data-',
    namesOn: (element) => [element.getAttribute('data-name') ?? ''].filter(Boolean),
  },
  storedName: 'klaro',
  readStored: (read) => readAnswers(readObject(read())),
};
