import type { Context } from 'hono';
import { type Acceptance, acceptRecord } from './accept-record.js';
import type { Operations } from './operations/operations.js';
import { crossOriginHeaders } from './origins.js';

/** What goes with every answer. */
export const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** What the route needs. */
export interface PostRecord {
  /** The pattern it answers, for the metrics. */
  readonly route: string;
  readonly operations: Operations;
  readonly origins: ReadonlySet<string>;
  readonly acceptance: Acceptance;
  /** Throws for who asks too often. */
  readonly limitPosts: (c: Context) => Promise<void>;
  readonly answerError: (error: unknown) => Response;
}

/**
 * The handler for posted records, with all that middleware does for the other routes: every decision of every visitor
 * comes through here, and headers that are set one after another on a finished answer cost as much as its evidence.
 */
export function createPostRecord({ route, operations, origins, acceptance, ...rest }: PostRecord) {
  const { limitPosts, answerError } = rest;
  return (c: Context): Promise<Response> =>
    operations.watch(
      'POST',
      () => route,
      async () => {
        let headers: Record<string, string> = { ...SAFE_HEADERS, vary: 'Origin' };
        try {
          headers = { ...headers, ...crossOriginHeaders(c.req.raw, origins) };
          await limitPosts(c);
          return await acceptRecord(c.req.raw, acceptance, headers);
        } catch (error) {
          const refusal = answerError(error);
          for (const [name, value] of Object.entries(headers)) refusal.headers.set(name, value);
          return refusal;
        }
      },
    );
}
