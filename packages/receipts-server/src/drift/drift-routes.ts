import type { Hono, MiddlewareHandler } from 'hono';
import type { Protected } from '../app.js';
import type { ReceiptStore } from '../store.js';
import { createDriftTaker, DRIFT_DAYS } from './accept-drift.js';
import { summariseDrift } from './drift-answer.js';

/** What the routes need. */
export interface DriftRoutes {
  readonly base: string;
  readonly store: ReceiptStore;
  /** Site ids that are counted; empty for all. */
  readonly sites: ReadonlySet<string>;
  readonly guard: Protected;
  /** Of its own, so that a host that is told of never costs somebody a record. */
  readonly limitReports: MiddlewareHandler;
  readonly allowOrigins: MiddlewareHandler;
  readonly now: () => number;
  readonly only: (methods: string) => () => never;
}

/** Adds the address that pages tell of hosts to, and that a reader asks. */
export function addDriftRoutes(app: Hono, routes: DriftRoutes): void {
  const { base, store, sites, guard, limitReports, allowOrigins, now, only } = routes;
  const path = `${base}/drift`;
  const take = createDriftTaker({ store, sites, now });
  app.post(path, allowOrigins, limitReports, (c) => take(c.req.raw));
  app.get(
    path,
    guard('reader', 'drift.read', async () => {
      const hosts = summariseDrift(await store.sightings.list());
      return Response.json({ keptDays: DRIFT_DAYS, hosts });
    }),
  );
  app.all(path, only('GET, POST'));
}
