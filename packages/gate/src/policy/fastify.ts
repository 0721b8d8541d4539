import { type ConsentPolicy, UNSHARED } from './consent-policy.js';
import { addHeadersWhenWritten, type NodeRequest, type NodeResponse, requestOf } from './node.js';

/** What is used of Fastify's reply. */
interface Reply {
  readonly raw: NodeResponse;
  code(status: number): Reply;
  headers(values: Record<string, string>): Reply;
  send(): unknown;
}

/** Hook for Fastify: `app.addHook('onRequest', createFastifyHook(policy))`, before other hooks. */
export function createFastifyHook(
  policy: ConsentPolicy,
): (request: { readonly raw: NodeRequest }, reply: Reply, done: () => void) => void {
  return ({ raw }, reply, done) => {
    if (policy.withholds(raw.url ?? '', requestOf(raw))) {
      reply.code(403).headers(UNSHARED).send();
      return;
    }
    // Fastify writes through Node's response, with its own headers or with those of a handler that took over.
    addHeadersWhenWritten(policy, raw, reply.raw);
    done();
  };
}
