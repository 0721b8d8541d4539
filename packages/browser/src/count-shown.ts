import type { PageHost } from './parts.js';

/**
 * Makes what tells the receipts server that a banner was shown: which version, language and hash, and nothing that could
 * be told apart from another visitor's. Nothing is stored or read on the device, no cookie is sent, and a count that does
 * not arrive is lost.
 *
 * @param hashes of what the banner shows, by language
 */
export function countShown(version: number, hashes: Readonly<Record<string, string>>) {
  return ({ id: site, endpoint = '', shared }: PageHost, language: string): void => {
    const hash = shared.shown?.[`banner.${language}`] ?? hashes[language];
    fetch(endpoint.replace(/records$/, 'shown'), {
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Not JSON by name: across origins that would cost a preflight.
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ site, version, language, hash }),
    }).catch(() => {}); // a statistic is not worth an error
  };
}
