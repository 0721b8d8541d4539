import type { ConsentPolicy } from './consent-policy.js';
import { withheldResponse, withoutConditions } from './fetch-response.js';

/**
 * A handler for whatever speaks `Request` and `Response`, around the one that answers: a CDN's worker, Deno,
 * Bun, a framework's middleware.
 */
export function createEdgeHandler<Rest extends unknown[]>(
  policy: ConsentPolicy,
  respond: (request: Request, ...rest: Rest) => Response | Promise<Response>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const withheld = withheldResponse(policy, request);
    if (withheld) return withheld;
    const response = await respond(withoutConditions(request), ...rest);
    const added = Object.entries(policy.headers(request.headers, response.headers));
    // The status of an upgrade (101) and of an error (0) cannot be made anew, and neither is a page.
    if (added.length === 0 || response.status < 200) return response;
    // What came from `fetch` has headers that cannot be changed.
    const changed = new Response(response.body, response);
    for (const [name, value] of added) changed.headers.set(name, value);
    return changed;
  };
}
