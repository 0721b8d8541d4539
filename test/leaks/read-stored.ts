import type { Visitor } from '../support/visitor.js';
import type { Visit } from './visit.js';

/** Everything in the page's storage that belongs to the party of a visit: kind, and name without what all its names begin with. */
export function readStored(visitor: Visitor, party: Visit['party']): Promise<string[]> {
  return visitor.run(
    async (start) => {
      const found: string[] = [];
      // An answer may never come, as from a database that a page without an origin asks about.
      const late = new Promise<string[]>((resolve) => setTimeout(resolve, 1000, []));
      const look = async (kind: string, names: () => Promise<(string | undefined)[]> | string[]) => {
        try {
          for (const name of await Promise.race([names(), late]))
            if (name?.startsWith(start)) found.push(`${kind} ${name.slice(start.length)}`);
        } catch {
          // A page without an origin has no storage.
        }
      };
      await look('cookie', () => document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''));
      await look('localStorage', () => Object.keys(localStorage));
      await look('sessionStorage', () => Object.keys(sessionStorage));
      await look('indexedDB', async () => (await indexedDB.databases()).map(({ name }) => name));
      await look('cacheStorage', () => caches.keys());
      return found;
    },
    party === 'vendor' ? '_acme' : '_plain',
  );
}
