import { type ConsentPolicy, UNSHARED } from './consent-policy.js';
import { mayBecomePage } from './page-response.js';
import type { HeaderReader } from './visitor-state.js';

type HeaderValue = number | string | readonly string[] | undefined;

/** What is used of Node's `IncomingMessage`, and of Express's request. */
export interface NodeRequest {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly url?: string | undefined;
  /** Express: the whole path, where a router has taken its own part off `url`. */
  readonly originalUrl?: string | undefined;
}

/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  getHeader(name: string): HeaderValue;
  setHeader(name: string, value: string | readonly string[]): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: every overload of Node's, passed on as it comes
  writeHead(status: number, ...rest: any[]): any;
  end(): unknown;
}

/** Middleware for Node's own server, Connect and Express: `app.use(createNodeMiddleware(policy))`, first of all. */
export function createNodeMiddleware(
  policy: ConsentPolicy,
): (request: NodeRequest, response: NodeResponse, next: () => void) => void {
  return (request, response, next) => {
    if (policy.withholds(request.originalUrl ?? request.url ?? '', requestOf(request))) {
      response.statusCode = 403;
      for (const [name, value] of Object.entries(UNSHARED)) response.setHeader(name, value);
      response.end();
      return;
    }
    addHeadersWhenWritten(policy, request, response);
    next();
  };
}

/** The request as the policy looks at it. */
export function requestOf({ headers }: NodeRequest): HeaderReader {
  return { get: (name) => headers[name]?.toString() };
}

/**
 * Adds what the policy has to say at the moment the headers are sent. Earlier, a page's own policy would
 * replace it, and nobody knows yet whether the answer is a page.
 */
export function addHeadersWhenWritten(
  policy: ConsentPolicy,
  request: NodeRequest,
  response: NodeResponse,
): void {
  const asked = requestOf(request);
  if (mayBecomePage(asked)) {
    // A page that is confirmed (304) keeps the policy it was stored with when there is none any more.
    delete request.headers['if-none-match'];
    delete request.headers['if-modified-since'];
  }
  const { writeHead } = response;
  response.writeHead = function writeHeadWithPolicy(status, ...rest) {
    response.writeHead = writeHead;
    const reason = typeof rest[0] === 'string' ? [rest.shift()] : [];
    takeHeaders(response, rest[0]);
    const present = (name: string) => [response.getHeader(name) ?? []].flat().join(', ');
    for (const [name, value] of Object.entries(policy.headers(asked, { get: present })))
      response.setHeader(name, value);
    return writeHead.call(this, status, ...reason);
  };
}

/** Sets the headers that came with `writeHead`: pairs by name, or one after another in a list. */
function takeHeaders(response: NodeResponse, given: unknown): void {
  const list = Array.isArray(given) ? given : Object.entries(given ?? {}).flat();
  const found = new Map<string, (string | readonly string[])[]>();
  for (let i = 0; i < list.length; i += 2) {
    const name = String(list[i]);
    found.set(name, [...(found.get(name) ?? []), list[i + 1]]);
  }
  for (const [name, values] of found)
    response.setHeader(name, values.length > 1 ? values.flat() : (values[0] as string));
}
