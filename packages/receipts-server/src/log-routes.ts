import {
  canonicalJson,
  keyThumbprint,
  PROOF_SCHEMA,
  type PublicKey,
  parseCheckpoint,
  parseReceipt,
  toBase64url,
  toVerifierKey,
} from '@consentry/receipts';
import type { Hono, MiddlewareHandler } from 'hono';
import { HttpProblem } from './http-problem.js';
import { readParameter } from './list-records.js';
import { proveConsistency, proveInclusion } from './log/prove.js';
import { readBody } from './read-body.js';
import type { ReceiptStore } from './store.js';

/** What the routes need. */
export interface LogRoutes {
  readonly base: string;
  readonly store: ReceiptStore;
  /** Keys that are published beside those that the store remembers. */
  readonly publicKeys: readonly PublicKey[];
  readonly origin: string;
  readonly limitRate: MiddlewareHandler;
  readonly allowOrigins: MiddlewareHandler;
  readonly only: (methods: string) => () => never;
}

/** Somewhat more than the longest record with the receipt around it. */
const MOST_RECEIPT_BYTES = 24 * 1024;
const SIZE = /^(0|[1-9]\d{0,14})$/;
const NOT_YET = { headers: { 'retry-after': '2' } };

/**
 * Adds what anybody may know of the log: its keys, its latest checkpoint, and proofs. They are hashes and say
 * nothing about persons; a proof about a record is for whoever shows its receipt.
 */
export function addLogRoutes(app: Hono, routes: LogRoutes): void {
  const { base, store, publicKeys, origin, limitRate, allowOrigins, only } = routes;
  const answerKeys = async () => {
    const answer = Response.json({ log: origin, keys: await publishedKeys() });
    answer.headers.set('cache-control', 'public, max-age=300');
    return answer;
  };
  const answerCheckpoint = async () => {
    const checkpoint = await store.log.checkpoint();
    if (!checkpoint)
      throw new HttpProblem(404, 'not-yet-logged', 'No checkpoint has been signed yet.', NOT_YET);
    return new Response(checkpoint.note, {
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
    });
  };
  const answerConsistency = async (request: Request) => {
    const query = new URL(request.url).searchParams;
    const size = (name: string) => Number(readParameter(query, name, SIZE, 'a whole number from 0') ?? 0);
    const [from, to] = [size('from'), size('to')];
    const latest = (await store.log.checkpoint())?.size ?? 0;
    if (from > to || to > latest)
      throw new HttpProblem(400, 'invalid-query', `from and to should be 0 to ${latest}, in this order.`, {
        problem: { path: 'to', expected: `a size of at most ${latest}`, got: String(to) },
      });
    const proof = await proveConsistency(store.log, from, to);
    return Response.json({ from, to, proof: proof.map(toBase64url) });
  };

  app.get(`${base}/keys`, answerKeys);
  app.get('/.well-known/consentry-keys.json', answerKeys);
  for (const path of [`${base}/log`, '/.well-known/consentry-log']) {
    app.get(`${path}/checkpoint`, limitRate, answerCheckpoint);
    app.all(`${path}/checkpoint`, only('GET'));
    app.get(`${path}/consistency`, limitRate, (c) => answerConsistency(c.req.raw));
    app.all(`${path}/consistency`, only('GET'));
  }
  app.options(`${base}/proofs`, allowOrigins, (c) => {
    c.header('access-control-allow-methods', 'POST');
    c.header('access-control-allow-headers', 'content-type');
    return c.body(null, 204);
  });
  app.post(`${base}/proofs`, allowOrigins, limitRate, (c) => completeReceipt(c.req.raw, store));
  app.all(`${base}/proofs`, only('POST, OPTIONS'));

  async function publishedKeys() {
    const stored = (await store.log.keys()).map(({ x }) => ({ kty: 'OKP', crv: 'Ed25519', x }) as const);
    const byX = new Map([...publicKeys, ...stored].map((key) => [key.x, key]));
    return Promise.all(
      [...byX.values()].map(async ({ kty, crv, x }) => {
        const key = { kty, crv, x };
        const kid = await keyThumbprint(key);
        return { ...key, kid, alg: 'Ed25519', use: 'sig', note: toVerifierKey(origin, key) };
      }),
    );
  }
}

/**
 * Answers a receipt with its proof. Whoever has the receipt knows all that the proof is about; for whoever has not,
 * there is nothing here, not even whether a record exists.
 */
async function completeReceipt(request: Request, store: ReceiptStore): Promise<Response> {
  let body: unknown;
  try {
    body = JSON.parse(await readBody(request, MOST_RECEIPT_BYTES));
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(400, 'invalid-json', 'The body is not JSON.');
  }
  const parsed = parseReceipt(body);
  if ('problem' in parsed)
    throw new HttpProblem(400, 'invalid-body', 'The body should be a receipt.', { problem: parsed.problem });
  const { receipt } = parsed;
  const stored = await store.get(receipt.record.id);
  if (!stored || canonicalJson(JSON.parse(stored.receipt)) !== canonicalJson(receipt))
    throw new HttpProblem(404, 'not-found', 'This is no receipt of a record that is kept here.');
  const [index, latest] = [await store.log.positionOf(stored.id), await store.log.checkpoint()];
  const checkpoint = latest && parseCheckpoint(latest.note);
  if (index === undefined || !latest || !checkpoint || index >= checkpoint.size)
    throw new HttpProblem(404, 'not-yet-logged', 'The record waits for its place. Ask again.', NOT_YET);
  const path = await proveInclusion(store.log, index, checkpoint.size);
  return Response.json(
    {
      schema: PROOF_SCHEMA,
      receipt,
      textHash: stored.hash,
      salt: toBase64url(stored.salt),
      index,
      path: path.map(toBase64url),
      checkpoint: latest.note,
    },
    { headers: { 'cache-control': 'no-store' } },
  );
}
