import { cookieDomains } from '@consentry/core';

/**
 * Deletes a cookie from every scope that this page can reach. A cookie goes only when path and domain are
 * repeated as they were set, so all of them are tried: host and parent domains, the paths above this page,
 * partitioned or not.
 */
export function expireCookie(
  document: Document,
  { hostname, pathname }: Pick<Location, 'hostname' | 'pathname'>,
  name: string,
): void {
  const parts = pathname.split('/');
  for (const i of parts.keys()) {
    const path = parts.slice(0, i + 1).join('/');
    for (const domain of ['', ...cookieDomains(hostname)]) {
      for (const end of ['', '/']) {
        // Without Secure, browsers refuse whatever is named __Secure- or __Host- (RFC 6265bis, section 5.7).
        for (const flags of ['', '; Secure', '; Secure; Partitioned']) {
          document.cookie = `${name}=; Max-Age=-1; Path=${path + end}${domain && `; Domain=${domain}`}${flags}`;
        }
      }
    }
  }
}
