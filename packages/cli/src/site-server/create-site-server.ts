import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longestDays } from '@consentry/config';
import { logOrigin } from '@consentry/receipts';
import {
  type Controller,
  createDeliverer,
  createIntegrator,
  createReceiptsApp,
  createRetention,
  type InsightsSettings,
  loadOrCreateSigningKey,
  loadPreviousKeys,
  type ReceiptStore,
  type RequestLine,
  type RetentionRules,
} from '@consentry/receipts-server';
import { Hono } from 'hono';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { openServerStore } from '../open-store.js';
import type { SiteBuild } from '../site-build/build-site.js';
import { loadOrCreateToken } from './access-token.js';
import { socketAddress } from './client-address.js';
import { insightsTopics } from './insights-topics.js';
import { createLiveBuild } from './live-build.js';
import { noticeRoutes } from './notice-routes.js';
import { openConnectors } from './open-connectors.js';
import { retentionRules } from './retention-rules.js';
import { addScriptRoutes } from './script-routes.js';
import type { PlaceHeaders } from './visitor-place.js';

/** Options of {@link createSiteServer}. */
export interface SiteServerOptions {
  /** Path of the `consentry.json`. */
  readonly config: string;
  /** Lays `consentry.<environment>.json` over it. */
  readonly environment?: string | undefined;
  /** Folder of the database, the signing key, the tokens and what was shown; made if it is not there. */
  readonly data: string;
  /** Address of a PostgreSQL database, shared by any number of servers. @default the SQLite file in `data` */
  readonly store?: string | undefined;
  /** The site's own origin, e.g. `"https://example.com"`; it is the issuer of receipts. */
  readonly origin: string;
  /** Further origins whose pages may post records. @default [] */
  readonly origins?: readonly string[];
  /**
   * Days a record is kept after it arrived, for all regimes or by regime; 0 for ever.
   * @default the longest life of a choice, and three years
   */
  readonly retainDays?: number | RetentionRules;
  /** Who answers for the processing, for exports. */
  readonly controller?: Controller;
  /** Smallest number the insights page shows, and the header with the visitor's country; see {@link InsightsSettings}. */
  readonly insights?: Pick<InsightsSettings, 'minimum' | 'countryHeader'>;
  /** Where the site's own edge says the visitor's place, for rules by place. @default nobody says */
  readonly placeHeaders?: PlaceHeaders;
  /** Told of every answered request, without anything about persons. @default nobody */
  readonly onRequest?: (line: RequestLine) => void;
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
  /** Path of the page that says how visitors decide. */
  readonly insightsPath: string;
  /** Ids of the connectors that deliveries go to. */
  readonly connectors: readonly string[];
  /** Says to whoever asks that this server goes away. */
  drain(): void;
  /** Lets what was accepted finish, then closes the database. */
  close(): Promise<void>;
}

/** Opens everything that `consentry serve` serves. Rejects when the config or the data cannot be used. */
export async function createSiteServer(options: SiteServerOptions): Promise<SiteServer> {
  const { config: file, data, origin, origins = [], report = (message) => console.error(message) } = options;
  const { clientAddress = socketAddress, env = process.env } = options;
  const shownFolder = join(data, 'shown');
  let opened: ReceiptStore | undefined;
  await mkdir(shownFolder, { recursive: true });
  const catalogue = await loadCatalogue();
  const keep = async ({ shown }: SiteBuild) => {
    // Records name what was shown by its hash; what a hash stands for must outlive the config.
    for (const [hash, text] of Object.entries(shown)) {
      await writeFile(join(shownFolder, `${hash}.json`), text);
      await opened?.putShown({ hash, text });
    }
  };
  const live = await createLiveBuild(file, catalogue, report, keep, options.environment);
  const { config } = await live.current();
  const { grantDays, denyDays } = longestDays(config.regime);
  const basePath = receiptsBase(config.receipts?.endpoint);
  const connectors = openConnectors(config, env);
  const [signingKey, previousKeys, token, linkTokens, store] = await Promise.all([
    loadOrCreateSigningKey(join(data, 'signing-key.json')),
    loadPreviousKeys(join(data, 'previous-keys.json')),
    loadOrCreateToken(join(data, 'read-token')),
    connectors.length > 0 ? loadOrCreateToken(join(data, 'link-token')).then((link) => [link]) : [],
    openServerStore({ data, store: options.store }),
  ]);
  opened = store;
  // A record's hash must lead to what was shown, from every server and for as long as the record is there.
  for (const name of await readdir(shownFolder))
    if (name.endsWith('.json'))
      await store.putShown({
        hash: name.slice(0, -'.json'.length),
        text: await readFile(join(shownFolder, name), 'utf8'),
      });
  const integrator = createIntegrator({ log: store.log, signingKey, origin: logOrigin(origin), report });
  const rules = retentionRules(options.retainDays, Math.max(grantDays, denyDays), report);
  const retention = createRetention({ store, rules, report });
  const deliverer = createDeliverer({ queue: store.deliveries, connectors, report });
  const receipts = createReceiptsApp({
    store,
    signingKey,
    previousKeys,
    issuer: origin,
    basePath,
    readTokens: [token],
    linkTokens,
    connectors,
    origins,
    ...(options.controller ? { controller: options.controller } : {}),
    sites: [config.site],
    cookie: {
      ...(config.cookie?.name ? { name: config.cookie.name } : {}),
      ...(config.cookie?.domain ? { domain: config.cookie.domain } : {}),
      maxAgeDays: Math.max(grantDays, denyDays),
    },
    insights: {
      ...options.insights,
      countShown: config.receipts?.countShown === true,
      topics: insightsTopics(config, catalogue),
    },
    drift: true,
    clientAddress,
    ...(options.onRequest ? { onRequest: options.onRequest } : {}),
    onError: (error) => report(String(error)),
  });

  const app = new Hono();
  addScriptRoutes(app, live, options.placeHeaders);
  app.route(
    '/',
    noticeRoutes(async () => (await live.current()).notice),
  );
  // Whether pages tell of drift is the config's to say at any time, other than what records are taken by.
  app.post(`${basePath}/drift`, async (c, next) =>
    (await live.current()).config.drift?.report === 'server' ? next() : c.notFound(),
  );
  app.route('/', receipts);
  integrator.start();
  retention.start();
  if (connectors.length > 0) deliverer.start();
  return {
    fetch: (request, env) => app.fetch(request, env as object),
    token,
    receiptsPath: `${basePath}/receipts`,
    insightsPath: `${basePath}/insights`,
    connectors: connectors.map(({ id }) => id),
    drain: receipts.drain,
    async close() {
      await deliverer.stop();
      await retention.stop();
      await integrator.stop();
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
