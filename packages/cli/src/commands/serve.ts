import { join } from 'node:path';
import type { Controller } from '@consentry/receipts-server';
import { serve as listen, type ServerType } from '@hono/node-server';
import { CommandError } from '../command-error.js';
import { readJson } from '../read-file.js';
import { createSiteServer, type SiteServer } from '../site-server/create-site-server.js';

/** Options of {@link serve}. */
export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** Address of a PostgreSQL database. @default the SQLite file in `data` */
  readonly store?: string | undefined;
  readonly origin?: string;
  readonly origins: readonly string[];
  /** @see SiteServerOptions.retainDays */
  readonly retainDays?: number;
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
  const origin = options.origin ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  const site = await createSiteServer({
    ...{ config: file, data, store, origin, origins },
    ...(retainDays === undefined ? {} : { retainDays }),
    ...(controller ? { controller } : {}),
  });
  let server: ServerType;
  try {
    server = await startListening(site.fetch, port, host);
  } catch (error) {
    // An open database would keep the process alive.
    await site.close();
    throw error;
  }
  print(`Script     ${origin}/consentry.js`);
  print(`Receipts   ${origin}${site.receiptsPath}#token=${site.token}`);
  if (site.connectors.length > 0) {
    print(`Deliveries ${site.connectors.join(', ')}; see consentry deliveries`);
    print(`Links      the token for your server is in ${join(data, 'link-token')}`);
  }
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await new Promise((resolve) => server.close(resolve));
  await site.close();
}

function startListening(fetch: SiteServer['fetch'], port: number, hostname: string): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname }, () => resolve(server));
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CommandError(`Port ${port} is in use; name another with --port.`, 2)
          : error,
      ),
    );
  });
}
