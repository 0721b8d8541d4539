import type { Hono } from 'hono';
import type { Authenticate } from '../access/authenticate.js';
import { HttpProblem } from '../http-problem.js';
import type { ReceiptStore } from '../store.js';
import type { Operations } from './operations.js';

/** What the routes need. */
export interface OperationRoutes {
  readonly base: string;
  readonly store: ReceiptStore;
  readonly operations: Operations;
  readonly authenticate: Authenticate;
  readonly now: () => number;
}

/**
 * Adds what a platform asks: `live`, whether the process answers at all; `health`, whether it can store and read;
 * `ready`, whether it should be sent requests; `metrics`, for the token of a reader.
 */
export function addOperationRoutes(app: Hono, routes: OperationRoutes): void {
  const { base, store, operations, authenticate, now } = routes;
  const ok = () => Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
  const checkStore = async () => {
    await store.list({ limit: 1 });
    return ok();
  };
  app.get(`${base}/live`, ok);
  app.get(`${base}/health`, checkStore);
  app.get(`${base}/ready`, () => {
    if (operations.isDraining())
      throw new HttpProblem(503, 'unavailable', 'This server is being stopped.', {
        headers: { 'retry-after': '5' },
      });
    return checkStore();
  });
  app.get(`${base}/metrics`, async (c) => {
    // Not in the audit: it says nothing about persons, and is asked four times a minute.
    await authenticate(c.req.raw, 'reader');
    const [{ size }, waiting, checkpoint] = await Promise.all([
      store.log.state(),
      store.log.waiting(),
      store.log.checkpoint(),
    ]);
    const text = operations.metrics.render({
      log_size: size,
      log_waiting: waiting,
      ...(checkpoint ? { checkpoint_age_seconds: (now() - Date.parse(checkpoint.at)) / 1000 } : {}),
      requests_in_flight: operations.inFlight(),
    });
    return new Response(text, {
      headers: { 'content-type': 'text/plain; version=0.0.4', 'cache-control': 'no-store' },
    });
  });
}
