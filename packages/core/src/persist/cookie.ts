import Cookies from 'js-cookie';
import type { CookieSettings } from '../site.js';
import { cookieDomains } from './cookie-domains.js';

/** Where the consent cookie is kept. Methods may throw; the manager treats that as "nothing stored". */
export interface CookieJar {
  /** Every value the browser holds under the cookie's name; more than one when scopes overlap. */
  read(): string[];
  /** Replaces whatever is there, in every scope this page can reach. */
  write(value: string, maxAgeDays: number): void;
}

/**
 * The page's cookies through js-cookie. In Node, where there is no document, reads nothing and
 * writes nothing.
 */
export function createCookieJar({ name = 'consentry', domain }: CookieSettings = {}): CookieJar {
  const read = () => {
    const found: string[] = [];
    // js-cookie keeps the first of two cookies of one name. It skips a cookie whose converter throws
    // and goes on, which is how both are seen here.
    Cookies.withConverter({
      read(value, key) {
        if (key === name) found.push(value);
        throw 0;
      },
    }).get();
    return found;
  };
  const settings = {
    sameSite: 'Lax',
    secure: globalThis.location?.protocol === 'https:',
    ...(domain ? { domain } : {}),
  } as const;
  return {
    read,
    write(value, maxAgeDays) {
      // Safari keeps cookies written by script for at most seven days, so this is a wish; the time inside
      // the value is what is trusted on reading.
      // https://webkit.org/blog/8613/intelligent-tracking-prevention-2-1/
      Cookies.set(name, value, { ...settings, expires: maxAgeDays });
      if (read().length > 1) {
        // A cookie of our name in another scope would leave the visitor undecided for ever.
        for (const scope of ['', ...cookieDomains(globalThis.location.hostname)]) {
          Cookies.remove(name, scope ? { domain: scope } : {});
        }
        Cookies.set(name, value, { ...settings, expires: maxAgeDays });
      }
    },
  };
}
