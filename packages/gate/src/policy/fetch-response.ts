import { APPENDED, type ConsentPolicy, UNSHARED } from './consent-policy.js';
import { mayBecomePage } from './page-response.js';

/** The answer to a request for a vendor's path on this site while it is withheld; nothing for all others. */
export function withheldResponse(policy: ConsentPolicy, { url, headers }: Request): Response | undefined {
  if (!policy.withholds(new URL(url).pathname, headers)) return undefined;
  return new Response(null, { status: 403, headers: UNSHARED });
}

/** The response with what the policy adds to it. */
export function addHeaders(policy: ConsentPolicy, request: Request, response: Response): Response {
  const added = policy.headers(request.headers, response.headers.get('content-type'));
  // The status of an upgrade (101) and of an error (0) cannot be made anew, and neither is a page.
  if (Object.keys(added).length === 0 || response.status < 200) return response;
  // What came from `fetch` has headers that cannot be changed.
  const changed = new Response(response.body, response);
  for (const [name, value] of Object.entries(added)) {
    if (APPENDED.has(name)) changed.headers.append(name, value);
    else changed.headers.set(name, value);
  }
  return changed;
}

const CONDITIONS = ['if-none-match', 'if-modified-since'];

/**
 * The request without asking whether the browser's copy is still good, where that copy may be a page: one that
 * was stored before this middleware was there has no policy, and would be confirmed without one.
 */
export function withoutConditions(request: Request): Request {
  if (!mayBecomePage(request.headers) || !CONDITIONS.some((name) => request.headers.has(name)))
    return request;
  const headers = new Headers(request.headers);
  for (const name of CONDITIONS) headers.delete(name);
  return new Request(request, { headers });
}
