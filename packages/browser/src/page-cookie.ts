import type { CookieJar, CookieSettings } from '@consentry/core';
import { expireCookie } from '@consentry/gate';

/**
 * The consent cookie of this page, without js-cookie: a tenth of its size, and the gate's way of clearing
 * every scope is at hand (docs/decisions/0003).
 */
export function createPageCookie({ name = 'consentry', domain }: CookieSettings = {}): CookieJar {
  const read = () =>
    document.cookie
      .split('; ')
      .filter((pair) => pair.startsWith(`${name}=`))
      .map((pair) => pair.slice(name.length + 1));
  const set = (value: string, days: number) => {
    document.cookie = `${name}=${value}; Path=/; Max-Age=${days * 86_400}; SameSite=Lax${
      location.protocol === 'https:' ? '; Secure' : ''
    }${domain ? `; Domain=${domain}` : ''}`;
  };
  return {
    read,
    write(value, days) {
      set(value, days);
      if (read().length > 1) {
        // A cookie of our name in another scope would leave the visitor undecided for ever.
        expireCookie(document, location, name);
        set(value, days);
      }
    },
  };
}
