import { join } from 'node:path';
import type { Controller } from '@consentry/receipts-server';
import { serve as listen, type ServerType } from '@hono/node-server';
import { CommandError } from '../command-error.js';
import { readJson } from '../read-file.js';
import { forwardedAddress } from '../site-server/client-address.js';
import {
  createSiteServer,
  type SiteServer,
  type SiteServerOptions,
} from '../site-server/create-site-server.js';
import { parsePlaceHeaders } from '../site-server/visitor-place.js';

/** Options of {@link serve}. */
export interface ServeOptions {
  /** Where everything is, as one JSON object on a line, instead of lines for people. @default false */
  readonly json?: boolean;
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** Lays `consentry.<environment>.json` over the config. */
  readonly environment?: string | undefined;
  /** Address of a PostgreSQL database. @default the SQLite file in `data` */
  readonly store?: string | undefined;
  readonly origin?: string;
  readonly origins: readonly string[];
  /** @see SiteServerOptions.retainDays */
  readonly retainDays?: SiteServerOptions['retainDays'];
  /** Seconds between being told to stop and letting nobody in. @default 0 */
  readonly drainSeconds?: number;
  /** Proxies of our own before this server. @default 0 */
  readonly trustProxy?: number;
  /** Every request as a line of JSON on standard output. */
  readonly logRequests?: boolean;
  /** @see InsightsSettings */
  readonly insights?: SiteServerOptions['insights'];
  /** Headers in which the site's edge says where a visitor is: `"CF-IPCountry"`, or two with a comma. */
  readonly placeHeader?: string | undefined;
  /** File with the controller, as JSON. */
  readonly controller?: string | undefined;
}

/** `consentry serve FILE`: the site's script and the receipts server, until it is told to stop. */
export async function serve(
  file: string,
  options: ServeOptions,
  print: (line: string) => void,
): Promise<void> {
  const { port, host, data, store, origins, retainDays } = options;
  const controller = options.controller && ((await readJson(options.controller)) as Controller);
  const placeHeaders = options.placeHeader === undefined ? undefined : parsePlaceHeaders(options.placeHeader);
  if (options.placeHeader !== undefined && !placeHeaders)
    throw new CommandError(
      `--place-header: is "${options.placeHeader}"; expected the name of a header, or two with a comma.`,
      2,
    );
  const origin = options.origin ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  const site = await createSiteServer({
    ...{ config: file, environment: options.environment, data, store, origin, origins },
    ...(retainDays === undefined ? {} : { retainDays }),
    ...(controller ? { controller } : {}),
    ...(placeHeaders ? { placeHeaders } : {}),
    ...(options.insights ? { insights: options.insights } : {}),
    ...(options.trustProxy ? { clientAddress: forwardedAddress(options.trustProxy) } : {}),
    ...(options.logRequests ? { onRequest: (line: object) => print(JSON.stringify(line)) } : {}),
  });
  let server: ServerType;
  try {
    server = await startListening(site.fetch, port, host);
  } catch (error) {
    // An open database would keep the process alive.
    await site.close();
    throw error;
  }
  announce(site, origin, data, options.json ?? false, print);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  // First a load balancer learns that this server goes away, then nothing new is let in, then what is under way ends.
  site.drain();
  await new Promise((resolve) => setTimeout(resolve, (options.drainSeconds ?? 0) * 1000));
  const closed = new Promise((resolve) => server.close(resolve));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const impatience = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, LAST_ANSWERS_MS).unref();
  await closed;
  clearTimeout(impatience);
  await site.close();
}

/** Says where everything is. */
function announce(
  site: SiteServer,
  origin: string,
  data: string,
  json: boolean,
  print: (line: string) => void,
): void {
  const at = {
    script: `${origin}/consentry.js`,
    notice: `${origin}/consentry/notice/`,
    receipts: `${origin}${site.receiptsPath}#token=${site.token}`,
    insights: `${origin}${site.insightsPath}#token=${site.token}`,
  };
  const links = site.connectors.length > 0 ? join(data, 'link-token') : undefined;
  if (json) {
    // On one line: what --log-requests adds is a line for each request.
    print(JSON.stringify({ ...at, connectors: site.connectors, ...(links ? { linkToken: links } : {}) }));
    return;
  }
  for (const [name, address] of Object.entries(at))
    print(`${(name[0] as string).toUpperCase()}${name.slice(1)}`.padEnd(11) + address);
  if (!links) return;
  print(`Deliveries ${site.connectors.join(', ')}; see consentry deliveries`);
  print(`Links      the token for your server is in ${links}`);
}

/** As long as an answer may take. */
const LAST_ANSWERS_MS = 10_000;

/** A slow or silent client must not hold a connection for ever, nor many clients all of them. */
const LIMITS = { requestTimeout: 10_000, headersTimeout: 5000, keepAliveTimeout: 5000 };
const MOST_CONNECTIONS = 5000;

function startListening(fetch: SiteServer['fetch'], port: number, hostname: string): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname, serverOptions: LIMITS }, () => resolve(server));
    server.maxConnections = MOST_CONNECTIONS;
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CommandError(`Port ${port} is in use; name another with --port.`, 2)
          : error,
      ),
    );
  });
}
