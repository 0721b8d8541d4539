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
  /** Around every request that is not watched by itself. */
  readonly observe: MiddlewareHandler;
  /** Measures an answer, or gives one when there is too much to do. `route` is asked at the end. */
  readonly watch: (method: string, route: () => string, answer: () => Promise<Response>) => Promise<Response>;
  readonly inFlight: () => number;
  readonly isDraining: () => boolean;
  /** From now on the server is not ready: whoever sends requests should send them elsewhere. */
  readonly drain: () => void;
}

/** Options of {@link createOperations}. */
export interface OperationsOptions {
  readonly now: () => number;
  /** Told of every answered request. */
  readonly onRequest: ((line: RequestLine) => void) | undefined;
  /** Requests answered at the same time; the next one is told to come again. */
  readonly mostAtOnce: number;
}

/** Makes what observes an app. */
export function createOperations({ now, onRequest, mostAtOnce }: OperationsOptions): Operations {
  const metrics = createMetrics();
  let inFlight = 0;
  let draining = false;
  const tooMuch = () =>
    new HttpProblem(503, 'unavailable', 'Too much at once. Try again later.', {
      headers: { 'retry-after': '2' },
    }).toResponse();

  const watch: Operations['watch'] = async (method, route, answer) => {
    const start = performance.now();
    inFlight++;
    let status = 500;
    try {
      const response = inFlight > mostAtOnce ? tooMuch() : await answer();
      // A connection that stays open would send the next request to a server that is going away.
      if (draining) response.headers.set('connection', 'close');
      ({ status } = response);
      return response;
    } finally {
      inFlight--;
      const ms = performance.now() - start;
      metrics.request(route(), method, status, ms / 1000);
      onRequest?.({
        ...{ event: 'request', at: new Date(now()).toISOString(), method, route: route(), status },
        ms: Math.round(ms * 10) / 10,
      });
    }
  };
  return {
    metrics,
    watch,
    inFlight: () => inFlight,
    isDraining: () => draining,
    drain() {
      draining = true;
    },
    observe: (c, next) =>
      watch(
        c.req.method,
        () => routeOf(c),
        async () => {
          await next();
          return c.res;
        },
      ),
  };
}

/** The pattern that answered; what people typed is not repeated. */
function routeOf(c: Context): string {
  const path = routePath(c, -1);
  return path === '*' || path === '/*' ? 'none' : path;
}
