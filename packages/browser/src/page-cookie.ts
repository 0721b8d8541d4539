import type { CookieSettings } from '@consentry/core';
import { expireCookie } from '@consentry/gate';

/*
 * The consent cookie of this page, without js-cookie: a fifth of its size, and reading is apart from writing,
 * which most page views never do (docs/decisions/0003).
 */

/** Every value the page sees under the cookie's name. Throws where cookies are refused. */
export function readPageCookie({ name = 'consentry' }: CookieSettings = {}): string[] {
  return document.cookie
    .split('; ')
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

/** Writes the cookie, alone of its name. */
export function writePageCookie(settings: CookieSettings | undefined, text: string, days: number): void {
  const { name = 'consentry', domain } = settings ?? {};
  const set = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is asynchronous, and not in every engine
    document.cookie = `${name}=${text}; Path=/; Max-Age=${days * 86_400}; SameSite=Lax${
      location.protocol === 'https:' ? '; Secure' : ''
    }${domain ? `; Domain=${domain}` : ''}`;
  };
  set();
  if (readPageCookie(settings).length > 1) {
    // A cookie of our name in another scope would leave the visitor undecided for ever.
    expireCookie(document, location, name);
    set();
  }
}
