import { type ConsentPolicy, UNSHARED } from './consent-policy.js';
import { mayBecomePage } from './page-response.js';

/** The answer to a request for a vendor's path on this site while it is withheld; nothing for all others. */
export function withheldResponse(policy: ConsentPolicy, { url, headers }: Request): Response | undefined {
  if (!policy.withholds(new URL(url).pathname, headers)) return undefined;
  return new Response(null, { status: 403, headers: UNSHARED });
}

const CONDITIONS = ['if-none-match', 'if-modified-since'];

/**
 * The request without asking whether the browser's copy is still good, where that copy may be a page. A page
 * that is confirmed (304) keeps the headers it was stored with where the confirmation has none of that name:
 * after the last grant it would go on withholding.
 */
export function withoutConditions(request: Request): Request {
  if (!mayBecomePage(request.headers) || !CONDITIONS.some((name) => request.headers.has(name)))
    return request;
  const headers = new Headers(request.headers);
  for (const name of CONDITIONS) headers.delete(name);
  return new Request(request, { headers });
}
