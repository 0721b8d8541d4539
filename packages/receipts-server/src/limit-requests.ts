import type { MiddlewareHandler } from 'hono';
import { HttpProblem } from './http-problem.js';

/** Answers 429 for an address that has to wait, by what a rate limiter says of it. */
export function limitRequests(
  secondsToWait: (address: string) => number,
  clientAddress: (request: Request, env: unknown) => string,
): MiddlewareHandler {
  return async (c, next) => {
    const seconds = secondsToWait(clientAddress(c.req.raw, c.env));
    if (seconds > 0)
      throw new HttpProblem(429, 'rate-limited', 'Too many requests from this address.', {
        headers: { 'retry-after': String(seconds) },
      });
    await next();
  };
}
