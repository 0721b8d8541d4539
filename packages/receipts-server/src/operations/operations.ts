import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { HttpProblem } from '../http-problem.js';
import { createMetrics, type Metrics } from './metrics.js';

/** One answered request, for a log. Nothing in it is about a person: no address, no path, no id. */
export interface RequestLine {
  readonly event: 'request';
  /** ISO time of the answer. */
  readonly at: string;
  readonly method: string;
  /** The pattern, e.g. `"/consentry/records/:id"`. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds until the answer. */
  readonly ms: number;
}

/** How a server says how it is, and stops. */
export interface Operations {
  readonly metrics: Metrics;
  /** Around every request. */
  readonly observe: MiddlewareHandler;
  readonly inFlight: () => number;
  readonly isDraining: () => boolean;
  /** From now on the server is not ready: whoever sends requests should send them elsewhere. */
  readonly drain: () => void;
}

/** Options of {@link createOperations}. */
export interface OperationsOptions {
  readonly now: () => number;
  /** Told of every answered request. */
  readonly onRequest: (line: RequestLine) => void;
  /** Requests answered at the same time; the next one is told to come again. */
  readonly mostAtOnce: number;
}

/** Makes what observes an app. */
export function createOperations({ now, onRequest, mostAtOnce }: OperationsOptions): Operations {
  const metrics = createMetrics();
  let inFlight = 0;
  let draining = false;
  return {
    metrics,
    inFlight: () => inFlight,
    isDraining: () => draining,
    drain() {
      draining = true;
    },
    async observe(c, next) {
      const start = performance.now();
      inFlight++;
      try {
        if (inFlight > mostAtOnce)
          c.res = new HttpProblem(503, 'unavailable', 'Too much at once. Try again later.', {
            headers: { 'retry-after': '2' },
          }).toResponse();
        else await next();
        // A connection that stays open would send the next request to a server that is going away.
        if (draining) c.res.headers.set('connection', 'close');
      } finally {
        inFlight--;
        const ms = performance.now() - start;
        const [method, route, { status }] = [c.req.method, routeOf(c), c.res];
        metrics.request(route, method, status, ms / 1000);
        onRequest({
          ...{ event: 'request', at: new Date(now()).toISOString(), method, route, status },
          ms: Math.round(ms * 10) / 10,
        });
      }
    },
  };
}

/** The pattern that answered; what people typed is not repeated. */
function routeOf(c: Context): string {
  const path = routePath(c, -1);
  return path === '*' || path === '/*' ? 'none' : path;
}
