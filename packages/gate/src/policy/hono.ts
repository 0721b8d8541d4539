import type { ConsentPolicy } from './consent-policy.js';
import { withheldResponse, withoutConditions } from './fetch-response.js';

/** What is used of Hono's context. */
interface Context {
  readonly req: { raw: Request };
  readonly res: Response;
  header(name: string, value: string): void;
}

/** Middleware for Hono: `app.use(createHonoMiddleware(policy))`, before everything that answers. */
export function createHonoMiddleware(
  policy: ConsentPolicy,
): (context: Context, next: () => Promise<void>) => Promise<Response | undefined> {
  return async (context, next) => {
    const { req } = context;
    const withheld = withheldResponse(policy, req.raw);
    if (withheld) return withheld;
    req.raw = withoutConditions(req.raw);
    await next();
    // Assigning a response instead would put the headers it had over the ones that are new.
    const added = policy.headers(req.raw.headers, context.res.headers);
    for (const [name, value] of Object.entries(added)) context.header(name, value);
    return undefined;
  };
}
