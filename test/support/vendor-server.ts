import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a vendor's API sees it. */
export interface VendorRequest {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Undefined when there is none, or none that is JSON. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** What it answers. */
export interface VendorAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What is the matter with it: another answer for all, none at all, a connection that breaks, or one that
 * breaks after what was asked has been done.
 */
export type Trouble = VendorAnswer | 'hang' | 'reset' | 'lost-answer';

/** A vendor's API on a loopback port. */
export interface Vendor {
  readonly url: string;
  /** All requests so far, those in trouble too. */
  readonly requests: VendorRequest[];
  /** While set, this happens instead; a function may let some through. */
  trouble: Trouble | ((request: VendorRequest) => Trouble | undefined) | undefined;
  readonly close: () => Promise<void>;
}

/** Starts a server that answers with `answer`. */
export async function startVendor(answer: (request: VendorRequest) => VendorAnswer): Promise<Vendor> {
  const requests: VendorRequest[] = [];
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const request = await read(incoming).catch(() => undefined);
    if (!request) return;
    requests.push(request);
    const { trouble } = vendor;
    const wrong = typeof trouble === 'function' ? trouble(request) : trouble;
    if (wrong === 'hang') return;
    if (wrong === 'lost-answer') answer(request);
    if (wrong === 'reset' || wrong === 'lost-answer') return void incoming.socket.destroy();
    const { status, body, headers } = wrong ?? answer(request);
    outgoing.writeHead(status, {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    });
    outgoing.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const vendor: Vendor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    trouble: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return vendor;
}

async function read(incoming: IncomingMessage): Promise<VendorRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://vendor');
  let text = '';
  for await (const chunk of incoming) text += chunk;
  let body: VendorRequest['body'];
  try {
    body = JSON.parse(text);
  } catch {
    // none, or no JSON: what the vendor makes of it is in its answer
  }
  return {
    method: incoming.method ?? '',
    path: decodeURIComponent(pathname),
    query: searchParams,
    headers: incoming.headers,
    text,
    body,
  };
}
