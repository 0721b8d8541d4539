import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { blockingPolicy, pageUnderTest } from './page-under-test.js';
import type { PolicyHeader } from './policy-header.js';
import { resourceFor } from './resources.js';
import type { SiteFiles } from './site-files.js';
import { ownFile } from './site-resources.js';
import { type Arrival, siteOrigin, type Visit } from './visit.js';

/** What the site's own server has. */
export interface Site {
  readonly files: SiteFiles;
  readonly policyHeader: PolicyHeader | undefined;
}

/** The site and everybody else, on one port, told apart by host name. */
export interface ThirdParty {
  readonly port: number;
  /** Opens the books for a visit. */
  expect(visit: Pick<Visit, 'leakCase' | 'layer' | 'party'>): Visit;
  close(): Promise<void>;
}

/** Starts the server of the pages and of the third party that logs whatever reaches it. */
export async function startThirdParty(siteOn: (port: number) => Promise<Site>): Promise<ThirdParty> {
  const visits = new Map<string, Visit>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const site = await siteOn(port);

  const note = (run: string | undefined, arrival: Arrival) => {
    if (run) visits.get(run)?.arrivals.push(arrival);
  };

  server.on('request', (request, response) => {
    const url = urlOf(request);
    const run = runOf(url);
    const visit = run ? visits.get(run) : undefined;
    response.setHeader('cache-control', 'no-store');
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader(
      'access-control-allow-headers',
      request.headers['access-control-request-headers'] ?? '*',
    );
    response.setHeader('access-control-max-age', '0');
    if (visit && url.pathname === '/ran') {
      note(run, { kind: 'ran', what: url.searchParams.get('what') ?? '' });
      response.writeHead(204).end();
      return;
    }
    if (visit && isSite(url) && !/^\/(proxy\/acme|assets\/plain|assets\/proxy\/acme)\//.test(url.pathname)) {
      servePage(visit, url, request, response);
      return;
    }
    if (
      visit?.layer === 'header' &&
      isSite(url) &&
      site.policyHeader?.refuses(url.pathname + url.search, request.headers)
    ) {
      response.writeHead(403).end();
      return;
    }
    note(run, { kind: 'request', what: url.pathname + url.search });
    if (isSite(url) && url.pathname.endsWith('/go')) {
      response.writeHead(302, { location: url.searchParams.get('to') ?? '/' }).end();
      return;
    }
    if (url.pathname.endsWith('.events')) {
      // Left open: a stream that ends is asked for again.
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .write('retry: 600000\ndata: hello\n\n');
      return;
    }
    const ran = `/ran?what=${encodeURIComponent(url.pathname)}`;
    const { type, body } = resourceFor(url.pathname, siteOrigin(run ?? 'r0', port) + ran, url.origin + ran);
    response.writeHead(200, { 'content-type': type }).end(body);
  });

  const servePage = (visit: Visit, url: URL, request: IncomingMessage, response: ServerResponse) => {
    if (url.pathname === '/case' || url.pathname === '/idle') {
      visit.pagesServed++;
      const layer = (url.searchParams.get('layer') ?? visit.layer) as Visit['layer'];
      const policy =
        layer === 'header'
          ? site.policyHeader?.policyFor(request.headers, 'text/html')
          : blockingPolicy({ ...visit, layer });
      if (policy) response.setHeader('content-security-policy', policy);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(pageUnderTest({ ...visit, layer }, port, url.pathname === '/idle'));
      return;
    }
    const ours = site.files.get(visit.layer)?.find(({ name }) => `/${name}` === url.pathname);
    if (ours) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(ours.content);
      return;
    }
    const { status, headers, body } = ownFile(url);
    // A worker has a policy of its own; scripts of pages get none.
    const policy =
      visit.layer === 'header' &&
      site.policyHeader?.policyFor(request.headers, headers['content-type'] ?? 'application/octet-stream');
    if (policy) response.setHeader('content-security-policy', policy);
    response.writeHead(status, headers).end(body);
  };

  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    const url = urlOf(request);
    note(runOf(url), { kind: 'request', what: url.pathname });
    // https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    // The server forgets a connection that is upgraded, and would wait for it for ever.
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });

  let count = 0;
  return {
    port,
    expect(details) {
      const visit = { ...details, run: `r${++count}`, arrivals: [], pagesServed: 0 };
      visits.set(visit.run, visit);
      return visit;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The address of a request; whatever a browser managed to send, this does not throw. */
function urlOf({ url = '/', headers: { host = 'nobody' } }: IncomingMessage): URL {
  try {
    return new URL(url, `http://${host}`);
  } catch {
    return new URL('http://nobody/');
  }
}

const isSite = ({ hostname }: URL) => /^r\d+\.site\.localhost$/.test(hostname);

/** The visit a request belongs to, by its host or, on hosts that visits share, by its path. */
function runOf({ hostname, pathname }: URL): string | undefined {
  return /^(r\d+)\./.exec(hostname)?.[1] ?? /\/(r\d+)\//.exec(pathname)?.[1];
}
