import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STRICTEST } from '@consentry/core';
import {
  createDeliverer,
  createReceiptsApp,
  loadOrCreateSigningKey,
  openSqliteStore,
} from '@consentry/receipts-server';
import { Hono } from 'hono';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { loadOrCreateToken } from './access-token.js';
import { createLiveBuild } from './live-build.js';
import { openConnectors } from './open-connectors.js';

/** Options of {@link createSiteServer}. */
export interface SiteServerOptions {
  /** Path of the `consentry.json`. */
  readonly config: string;
  /** Folder of the database, the signing key, the tokens and what was shown; made if it is not there. */
  readonly data: string;
  /** The site's own origin, e.g. `"https://example.com"`; it is the issuer of receipts. */
  readonly origin: string;
  /** Further origins whose pages may post records. @default [] */
  readonly origins?: readonly string[];
  /** Told what an operator should know. @default console.error */
  readonly report?: (message: string) => void;
  /** Where the secrets of connectors are. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Address of the client behind a request, for the rate limit. @default the socket's */
  readonly clientAddress?: (request: Request, env: unknown) => string;
}

/** The site's script and its receipts, as a `Request -> Response` app. */
export interface SiteServer {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
  /** Lets its holder read records. */
  readonly token: string;
  /** Path of the page that lists receipts. */
  readonly receiptsPath: string;
  /** Ids of the connectors that deliveries go to. */
  readonly connectors: readonly string[];
  /** Lets what was accepted finish, then closes the database. */
  close(): Promise<void>;
}

/** Opens everything that `consentry serve` serves. Rejects when the config or the data cannot be used. */
export async function createSiteServer(options: SiteServerOptions): Promise<SiteServer> {
  const { config: file, data, origin, origins = [], report = (message) => console.error(message) } = options;
  const { clientAddress = socketAddress, env = process.env } = options;
  const shownFolder = join(data, 'shown');
  await mkdir(shownFolder, { recursive: true });
  const live = await createLiveBuild(file, await loadCatalogue(), report, async ({ shown }) => {
    // Records name what was shown by its hash; what a hash stands for must outlive the config.
    for (const [hash, text] of Object.entries(shown))
      await writeFile(join(shownFolder, `${hash}.json`), text);
  });
  const { config } = await live.current();
  const { grantDays, denyDays } = { ...STRICTEST, ...config.regime };
  const basePath = receiptsBase(config.receipts?.endpoint);
  const connectors = openConnectors(config, env);
  const [signingKey, token, linkTokens, store] = await Promise.all([
    loadOrCreateSigningKey(join(data, 'signing-key.json')),
    loadOrCreateToken(join(data, 'read-token')),
    connectors.length > 0 ? loadOrCreateToken(join(data, 'link-token')).then((link) => [link]) : [],
    openSqliteStore(join(data, 'receipts.db')),
  ]);
  const deliverer = createDeliverer({ queue: store.deliveries, connectors, report });
  const receipts = createReceiptsApp({
    store,
    signingKey,
    issuer: origin,
    basePath,
    readTokens: [token],
    linkTokens,
    connectors,
    origins,
    sites: [config.site],
    cookie: {
      ...(config.cookie?.name ? { name: config.cookie.name } : {}),
      ...(config.cookie?.domain ? { domain: config.cookie.domain } : {}),
      maxAgeDays: Math.max(grantDays, denyDays),
    },
    clientAddress,
    onError: (error) => report(String(error)),
  });

  const app = new Hono();
  app.get('/:name{consentry[\\w.-]*\\.js(on)?}', async (c) => {
    const { build } = await live.current();
    const found = build.files.find(({ name }) => name === c.req.param('name'));
    const hashed = /\.[\w-]{5,12}\.js(on)?$/.test(found?.name ?? '');
    const isData = found?.name.endsWith('.json');
    // Of the data, what pages fetch by its hash.
    if (!found || (isData && !hashed)) return c.notFound();
    return c.body(found.content, 200, {
      'content-type': `${isData ? 'application/json' : 'text/javascript'}; charset=utf-8`,
      // The entry is looked at on every page view: a change of the config must reach the next one.
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${found.integrity}"`,
      // Pages of other origins load it with integrity, which needs CORS.
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
  });
  app.route('/', receipts);
  if (connectors.length > 0) deliverer.start();
  return {
    fetch: (request, env) => app.fetch(request, env as object),
    token,
    receiptsPath: `${basePath}/receipts`,
    connectors: connectors.map(({ id }) => id),
    async close() {
      await deliverer.stop();
      await store.close();
    },
  };
}

/** What stands before `/records` in the endpoint. */
function receiptsBase(endpoint = '/consentry/records'): string {
  const { pathname } = new URL(endpoint, 'http://localhost');
  if (!pathname.endsWith('/records')) {
    throw new CommandError(
      `receipts.endpoint: is "${endpoint}"; this server needs one that ends in "/records".`,
      1,
    );
  }
  return pathname.slice(0, -'/records'.length);
}

function socketAddress(_request: Request, env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? '';
}
