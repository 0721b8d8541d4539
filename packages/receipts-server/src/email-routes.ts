import type { Hono, MiddlewareHandler } from 'hono';
import { acceptEvent } from './accept-event.js';
import type { Acceptance } from './accept-record.js';
import type { Protected } from './app.js';
import type { Connector } from './connectors/connector.js';
import type { DeliveryQueue } from './deliveries/delivery-queue.js';
import { HttpProblem } from './http-problem.js';
import { eraseContact, linkContact, unlinkContact } from './link-contacts.js';
import { listDeliveries } from './list-deliveries.js';
import { createTokenCheck } from './read-token.js';

/** What the routes need. */
export interface EmailRoutes {
  readonly base: string;
  readonly queue: DeliveryQueue;
  readonly connectors: readonly Connector[];
  readonly acceptance: Acceptance;
  /** Tokens of the site's own servers, or their hashes. */
  readonly linkTokens: readonly string[];
  readonly limitRate: MiddlewareHandler;
  readonly guard: Protected;
  readonly only: (methods: string) => () => never;
}

/** Adds the routes by which the site's servers and the e-mail services speak with us. None is for browsers. */
export function addEmailRoutes(app: Hono, routes: EmailRoutes): void {
  const { base, queue, connectors, acceptance, linkTokens, limitRate, guard, only } = routes;
  const linking = { queue, connectors, now: acceptance.now };

  // Whoever has a token has thousands of people to link; only those without one are counted.
  const needToken =
    (check: (request: Request) => Promise<void>): MiddlewareHandler =>
    async (c, next) => {
      const refusal = await check(c.req.raw).then(
        () => undefined,
        (error) => error,
      );
      if (refusal) return limitRate(c, () => Promise.reject(refusal));
      // A page must not link, not even with a token that somebody put into its code.
      if (c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined)
        throw new HttpProblem(403, 'origin-refused', 'Not from a browser: keep the token on your server.');
      await next();
      c.res.headers.set('cache-control', 'no-store');
    };
  const needLinkToken = needToken(createTokenCheck(linkTokens, 'Linking'));

  const link = `${base}/links/:subject`;
  app.put(link, needLinkToken, (c) => linkContact(c.req.raw, c.req.param('subject') ?? '', linking));
  app.delete(link, needLinkToken, (c) => unlinkContact(c.req.param('subject') ?? '', linking));
  app.all(link, only('PUT, DELETE'));
  app.post(`${base}/erasures`, needLinkToken, (c) => eraseContact(c.req.raw, linking));
  app.all(`${base}/erasures`, only('POST'));
  app.get(
    `${base}/deliveries`,
    guard('reader', 'deliveries.list', (c) => listDeliveries(c.req.raw, queue)),
  );
  app.all(`${base}/deliveries`, only('GET'));
  for (const connector of connectors) {
    if (!connector.eventToken) continue;
    const events = `${base}/events/${connector.id}`;
    const check = needToken(createTokenCheck([connector.eventToken], 'Posting events'));
    app.post(events, check, (c) => acceptEvent(c.req.raw, connector, queue, acceptance));
    app.all(events, only('POST'));
  }
}
