import type { Peer } from './peer.js';

/**
 * tarteaucitron: services that pages start by name. It stores `!gtag=true!youtube=false`, without a date; `wait` is no
 * answer yet.
 *
 * @see https://www.npmjs.com/package/tarteaucitronjs 1.34.0, tarteaucitron.js (read 2026-11-22)
 */
export const tarteaucitron: Peer = {
  storedName: 'tarteaucitron',
  readStored: (read) => ({
    answers: Object.fromEntries(
      [...(read() ?? '').matchAll(/!([\w-]{1,80})=(true|false)(?=!|$)/g)].map(([, name, yes]) => [
        name,
        yes === 'true',
      ]),
    ),
  }),
};
