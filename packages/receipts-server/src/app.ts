import { logOrigin } from '@consentry/receipts';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { audit } from './access/audit.js';
import { createAuthenticate } from './access/authenticate.js';
import type { Role } from './access/tokens.js';
import type { ReceiptsAppOptions } from './app-options.js';
import { addDriftRoutes } from './drift/drift-routes.js';
import { addEmailRoutes } from './email-routes.js';
import { ReceiptsServerError } from './errors.js';
import { HttpProblem } from './http-problem.js';
import { addInsightsRoutes } from './insights-routes.js';
import { createRequestLimits } from './limit-requests.js';
import { listRecords } from './list-records.js';
import { addLogRoutes } from './log-routes.js';
import { addOperationRoutes } from './operations/operation-routes.js';
import { createOperations } from './operations/operations.js';
import { crossOriginHeaders } from './origins.js';
import { addOwnerRoutes } from './owner-routes.js';
import { readPageFile } from './page/page-files.js';
import { createPostRecord, SAFE_HEADERS } from './post-record.js';
import { createSignTogether } from './sign-together.js';
import type { StoredRecord } from './store.js';

/** The app, and how to tell it that it will end. */
export interface ReceiptsApp extends Hono {
  /** Not ready any more, so that a load balancer sends requests elsewhere; those that come are still answered. */
  drain(): void;
}

/** Makes a handler that only tokens of a role reach. */
export type Protected = (
  role: Role,
  action: string,
  answer: (c: Context) => Response | Promise<Response>,
) => (c: Context) => Promise<Response>;

/** Loose: an address that is no id finds nothing anyway. */
const ID = ':id{[0-9a-f-]+}';

/**
 * The receipts server as a `Request -> Response` app: its `fetch` runs under any HTTP server. Throws when an
 * option is wrong. Closing it means: stop the HTTP server, then `store.close()`.
 */
export function createReceiptsApp(options: ReceiptsAppOptions): ReceiptsApp {
  const {
    store,
    signingKey,
    previousKeys = [],
    issuer,
    connectors = [],
    basePath: base = '/consentry',
    now = Date.now,
    onError = (error) => console.error(error),
  } = options;
  if (!/^[!-~]{1,200}$/.test(issuer))
    throw new ReceiptsServerError(
      'invalid-option',
      `issuer "${issuer}" is no origin, e.g. https://example.com.`,
    );
  if (!/^(\/[\w.-]+)*$/.test(base))
    throw new ReceiptsServerError('invalid-option', `basePath "${base}" is no path, e.g. /consentry.`);
  const origins = new Set(options.origins);
  const { mostAtOnce = 2000, onRequest } = options;
  const operations = createOperations({ now, onRequest, mostAtOnce });
  const acceptance = {
    store,
    key: signingKey,
    signTogether: createSignTogether(signingKey),
    issuer,
    sites: new Set(options.sites),
    cookie: options.cookie ?? {},
    countryHeader: options.insights?.countryHeader,
    carriers: Object.fromEntries(connectors.map(({ id, purposes }) => [id, purposes])),
    now,
    onError,
    onOutcome: (outcome: string) => operations.metrics.record(outcome),
  };
  const authenticate = createAuthenticate(store.tokens, options.readTokens ?? [], now);

  const limits = createRequestLimits(options, authenticate, now);
  const { checkRate, limitRate, newLimit, limitPosts } = limits;
  /** Lets in whoever has the role, and answers once it stands in the log who did what. */
  const guard: Protected = (role, action, answer) => async (c) => {
    // Whoever has a token may ask as often as it takes; only those without one are counted.
    const actor = await authenticate(c.req.raw, role).catch((refusal: unknown) => {
      checkRate(c);
      throw refusal;
    });
    const response = await Promise.resolve(answer(c)).catch((error: unknown) => {
      if (error instanceof HttpProblem) return error.toResponse();
      throw error;
    });
    const {
      subject = new URL(c.req.url).searchParams.get('subject') ?? undefined,
      account,
      ...rest
    } = c.req.param() as Record<string, string | undefined>;
    const target = rest.id ?? rest.hash;
    await audit(store.log, { actor, action, target, subject, account, status: response.status }, now());
    response.headers.set('cache-control', 'no-store');
    return response;
  };
  const allowOrigins: MiddlewareHandler = async (c, next) => {
    const headers = crossOriginHeaders(c.req.raw, origins);
    await next();
    c.res.headers.append('vary', 'Origin');
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
  const findRecord = async (c: Context): Promise<StoredRecord> => {
    const record = await store.get(c.req.param('id') ?? '');
    if (!record) throw new HttpProblem(404, 'not-found', 'There is no record with this id.');
    return record;
  };
  const json = (text: string) => new Response(text, { headers: { 'content-type': 'application/json' } });
  const only = (methods: string) => (): never => {
    throw new HttpProblem(405, 'method-not-allowed', `Use ${methods}.`, { headers: { allow: methods } });
  };

  const answerError = (error: unknown): Response => {
    if (error instanceof HttpProblem) return error.toResponse();
    onError(error);
    const headers = { 'retry-after': '10' };
    return new HttpProblem(503, 'unavailable', 'Something failed here. Try again later.', {
      headers,
    }).toResponse();
  };

  const app = new Hono();
  const records = `${base}/records`;
  const posting = { route: records, operations, origins, acceptance, limitPosts, answerError };
  // Before the middleware, whose work it does itself.
  app.post(records, createPostRecord(posting));
  app.use(operations.observe);
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SAFE_HEADERS)) c.res.headers.set(name, value);
  });
  app.notFound(() => new HttpProblem(404, 'not-found', 'There is nothing at this address.').toResponse());
  app.onError(answerError);

  app.options(records, allowOrigins, (c) => {
    c.header('access-control-allow-methods', 'POST');
    c.header('access-control-allow-headers', 'content-type');
    c.header('access-control-max-age', '86400');
    return c.body(null, 204);
  });
  app.get(
    records,
    guard('reader', 'records.list', (c) => listRecords(c.req.raw, store)),
  );
  app.all(records, only('GET, POST, OPTIONS'));

  const one = `${records}/${ID}`;
  app.get(
    one,
    guard('reader', 'record.read', async (c) => json((await findRecord(c)).text)),
  );
  app.all(one, only('GET'));
  app.get(
    `${one}/receipt`,
    guard('reader', 'receipt.read', async (c) => json((await findRecord(c)).receipt)),
  );
  app.all(`${one}/receipt`, only('GET'));

  if (connectors.length > 0) {
    const { linkTokens = [] } = options;
    const { deliveries: queue } = store;
    addEmailRoutes(app, { base, queue, connectors, acceptance, linkTokens, limitRate, guard, only });
  }

  addOwnerRoutes(app, { base, store, controller: options.controller, now, guard, only });
  addLogRoutes(app, {
    ...{ base, store, limitRate, allowOrigins, only, origin: logOrigin(issuer) },
    publicKeys: [signingKey.publicKey, ...previousKeys],
  });
  addOperationRoutes(app, { base, store, operations, authenticate, now });
  addInsightsRoutes(app, {
    ...{ base, store, authenticate, limitRate, allowOrigins, now, only },
    settings: options.insights ?? {},
    sites: acceptance.sites,
    limitCounts: newLimit(),
  });
  const { sites } = acceptance;
  if (options.drift)
    addDriftRoutes(app, { base, store, sites, guard, allowOrigins, limitReports: newLimit(), now, only });
  app.get(`${base}/receipts`, () => readPageFile('page.html', base));
  app.get(`${base}/receipts/:file`, (c) => readPageFile(c.req.param('file'), base));
  return Object.assign(app, { drain: operations.drain });
}
