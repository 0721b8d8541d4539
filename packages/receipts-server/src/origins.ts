import { HttpProblem } from './http-problem.js';

/**
 * The headers that let a page of another origin read the answer; none for a page of our own. Throws an
 * {@link HttpProblem} for a page of any other origin. A request without Origin does not come from a page.
 */
export function crossOriginHeaders(request: Request, origins: ReadonlySet<string>): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null || isOwn(origin, request)) return {};
  if (!origins.has(origin))
    throw new HttpProblem(403, 'origin-refused', 'Pages of this origin may not post records here.', {
      headers: { vary: 'Origin' },
    });
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after',
  };
}

function isOwn(origin: string, request: Request): boolean {
  if (request.headers.get('sec-fetch-site') === 'same-origin') return true;
  try {
    // Hosts and not origins: behind a proxy that ends TLS, the page says https and the request http.
    return new URL(origin).host === new URL(request.url).host;
  } catch {
    return false; // "null", of a sandboxed frame or a file
  }
}
