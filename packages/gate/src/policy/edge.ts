import type { ConsentPolicy } from './consent-policy.js';
import { addHeaders, withheldResponse, withoutConditions } from './fetch-response.js';

/**
 * A handler for whatever speaks `Request` and `Response`, around the one that answers: service workers of a CDN,
 * Deno, Bun, a framework's middleware.
 */
export function createEdgeHandler<Rest extends unknown[]>(
  policy: ConsentPolicy,
  respond: (request: Request, ...rest: Rest) => Response | Promise<Response>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) =>
    withheldResponse(policy, request) ??
    addHeaders(policy, request, await respond(withoutConditions(request), ...rest));
}
