import type { Context, MiddlewareHandler } from 'hono';
import type { Authenticate } from './access/authenticate.js';
import type { ReceiptsAppOptions } from './app-options.js';
import { HttpProblem } from './http-problem.js';
import { createRateLimiter } from './rate-limit.js';

/** How often one client may ask. */
export interface RequestLimits {
  /** Counts a request; throws an {@link HttpProblem} for one too many. */
  readonly checkRate: (c: Context) => void;
  /** The same, before a handler. */
  readonly limitRate: MiddlewareHandler;
  /** One more of the same, with a count of its own. */
  readonly newLimit: () => MiddlewareHandler;
  /** For records. Everybody may post; a server of the site's own, which posts for many, has a token for that. */
  readonly limitPosts: (c: Context) => Promise<void>;
}

/** Makes the limits of an app. */
export function createRequestLimits(
  { clientAddress, rateLimit = {} }: Pick<ReceiptsAppOptions, 'clientAddress' | 'rateLimit'>,
  authenticate: Authenticate,
  now: () => number,
): RequestLimits {
  const createCheck = () => {
    const secondsToWait = createRateLimiter(rateLimit, now);
    return (c: Context): void => {
      const seconds = secondsToWait(clientAddress(c.req.raw, c.env));
      if (seconds > 0)
        throw new HttpProblem(429, 'rate-limited', 'Too many requests from this address.', {
          headers: { 'retry-after': String(seconds) },
        });
    };
  };
  const before =
    (check: (c: Context) => void): MiddlewareHandler =>
    async (c, next) => {
      check(c);
      await next();
    };
  const checkRate = createCheck();
  return {
    checkRate,
    limitRate: before(checkRate),
    newLimit: () => before(createCheck()),
    async limitPosts(c) {
      const isKnown =
        c.req.header('authorization') !== undefined &&
        (await authenticate(c.req.raw, 'writer').then(
          () => true,
          () => false,
        ));
      if (!isKnown) checkRate(c);
    },
  };
}
