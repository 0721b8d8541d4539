import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ConsentReceipt,
  createPrivateKey,
  fromBase64url,
  importSigningKey,
  parseCheckpoint,
  provesConsistency,
  type SigningKey,
  type TreeHead,
  verifyCheckpoint,
  verifyProof,
} from '@consentry/receipts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../test/support/a-record.js';
import { createReceiptsApp } from './app.js';
import { createIntegrator, type Integrator } from './log/integrator.js';
import type { ReceiptStore } from './store.js';
import { openSqliteStore } from './stores/sqlite.js';

const SITE = 'https://example.com';
let folder: string;
let store: ReceiptStore;
let signingKey: SigningKey;
let integrator: Integrator;
let app: ReturnType<typeof createReceiptsApp>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-log-'));
  store = await openSqliteStore(join(folder, 'receipts.db'));
  start(await importSigningKey(await createPrivateKey()));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function start(key: SigningKey): void {
  signingKey = key;
  const report = (message: string) => expect.fail(message);
  integrator = createIntegrator({ log: store.log, signingKey, origin: 'example.com/consentry-log', report });
  app = createReceiptsApp({
    ...{ store, signingKey, issuer: SITE, clientAddress: () => '192.0.2.1' },
    rateLimit: { burst: 1e6, perMinute: 1e6 },
  });
}
const get = async (path: string) => app.fetch(new Request(SITE + path));
const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.fetch(new Request(SITE + path, { method: 'POST', body: JSON.stringify(body), headers }));
const decide = async (number: number) =>
  (await (await post('/consentry/records', aRecord(number))).json()) as ConsentReceipt;
const keys = async () => (await (await get('/.well-known/consentry-keys.json')).json()).keys;

describe('the published log', () => {
  it('has no checkpoint before the first record was integrated, and a signed one after', async () => {
    expect((await get('/.well-known/consentry-log/checkpoint')).status).toBe(404);
    await decide(1);
    await integrator.run();
    const answer = await get('/.well-known/consentry-log/checkpoint');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const verified = await verifyCheckpoint(await answer.text(), await keys());
    expect(verified).toMatchObject({
      ok: true,
      checkpoint: { origin: 'example.com/consentry-log', size: 2 },
    });
    expect((await get('/consentry/log/checkpoint')).status).toBe(200);
  });

  it('proves that it only grew, from every size', async () => {
    const heads: TreeHead[] = [];
    for (let number = 1; number <= 12; number++) {
      await decide(number);
      await integrator.run();
      heads.push(parseCheckpoint((await store.log.checkpoint())?.note ?? '') as TreeHead);
    }
    const after = heads.at(-1) as TreeHead;
    for (const before of heads) {
      const answer = await get(`/.well-known/consentry-log/consistency?from=${before.size}&to=${after.size}`);
      const proof = (await answer.json()).proof.map(fromBase64url);
      expect(provesConsistency(before, after, proof)).toBe(true);
    }
  });

  it.each(['from=5&to=2', 'from=0&to=99', 'from=-1&to=1', 'from=1.5&to=2', 'from=x'])(
    'refuses to prove what is not there: %s',
    async (query) => {
      await decide(1);
      await integrator.run();
      expect((await get(`/.well-known/consentry-log/consistency?${query}`)).status).toBe(400);
    },
  );

  it('signs with a new key from now on, and still publishes the one before', async () => {
    const first = await decide(1);
    await integrator.run();
    const before = signingKey;
    start(await importSigningKey(await createPrivateKey()));
    await decide(2);
    await integrator.run();
    const published = await keys();
    expect(published.map(({ kid }: { kid: string }) => kid).sort()).toEqual(
      [before.keyId, signingKey.keyId].sort(),
    );
    const note = await (await get('/.well-known/consentry-log/checkpoint')).text();
    expect(await verifyCheckpoint(note, [before.publicKey])).toMatchObject({ code: 'unknown-key' });
    expect(await verifyCheckpoint(note, published)).toMatchObject({ ok: true });
    const proof = await (await post('/consentry/proofs', first)).json();
    expect(await verifyProof(proof, published)).toMatchObject({ ok: true });
  });
});

describe('POST /proofs', () => {
  it('completes a receipt with a proof once its record has its place, and not before', async () => {
    const receipt = await decide(1);
    const early = await post('/consentry/proofs', receipt);
    expect(early.status).toBe(404);
    expect((await early.json()).error.code).toBe('not-yet-logged');
    expect(early.headers.get('retry-after')).toBe('2');
    await integrator.run();
    const answer = await post('/consentry/proofs', receipt);
    expect(answer.status).toBe(200);
    expect(await verifyProof(await answer.json(), [signingKey.publicKey])).toMatchObject({
      ok: true,
      size: 2,
    });
  });

  it('proves every record of a log with many', async () => {
    const receipts = await Promise.all(Array.from({ length: 600 }, (_, i) => decide(i + 1)));
    await integrator.run();
    for (const receipt of receipts.filter((_, i) => i % 37 === 0)) {
      const proof = await (await post('/consentry/proofs', receipt)).json();
      expect(await verifyProof(proof, [signingKey.publicKey])).toMatchObject({ ok: true });
    }
  });

  it('tells a stranger nothing, not even whether a record is there', async () => {
    const receipt = await decide(1);
    await integrator.run();
    const unknown = { ...receipt, record: { ...receipt.record, id: aRecord(9).id } };
    const guessed = { ...receipt, record: { ...receipt.record, choices: { analytics: 'deny' } } };
    const answers = [];
    for (const body of [unknown, guessed, { ...receipt, signature: 'A'.repeat(86) }]) {
      const answer = await post('/consentry/proofs', body);
      answers.push([answer.status, await answer.text()]);
    }
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  it.each([[''], [[]], [{}], [{ schema: 'consentry-receipt-1' }]])(
    'refuses %j, which is no receipt',
    async (body) => {
      expect((await post('/consentry/proofs', body)).status).toBe(400);
    },
  );

  it('is refused to pages of other origins', async () => {
    const answer = await post('/consentry/proofs', {}, { origin: 'https://elsewhere.example' });
    expect(answer.status).toBe(403);
  });
});
