import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrivateKey, importSigningKey, type SigningKey } from '@consentry/receipts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../../test/support/a-record.js';
import { createReceiptsApp } from '../app.js';
import type { ReceiptsAppOptions } from '../app-options.js';
import type { ReceiptStore } from '../store.js';
import { openSqliteStore } from '../stores/sqlite.js';
import type { RequestLine } from './operations.js';

const BASE = 'https://example.com/consentry';
const TOKEN = 'a-token-for-prometheus';
let folder: string;
let store: ReceiptStore;
let signingKey: SigningKey;
let lines: RequestLine[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-operations-'));
  store = await openSqliteStore(join(folder, 'receipts.db'));
  signingKey = await importSigningKey(await createPrivateKey());
  lines = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function open(changes: Partial<ReceiptsAppOptions> = {}) {
  const app = createReceiptsApp({
    ...{ store, signingKey, issuer: 'https://example.com', clientAddress: () => '203.0.113.7' },
    readTokens: [TOKEN],
    onRequest: (line) => lines.push(line),
    onError: () => {},
    ...changes,
  });
  const ask = async (path: string, init: RequestInit = {}) => app.fetch(new Request(BASE + path, init));
  const post = (number: number) => ask('/records', { method: 'POST', body: JSON.stringify(aRecord(number)) });
  return { app, ask, post };
}
const authorized = { headers: { authorization: `Bearer ${TOKEN}` } };

describe('a server in operation', () => {
  it('is alive, healthy and ready; broken, it is only alive', async () => {
    const whole = open();
    for (const path of ['/live', '/health', '/ready']) expect((await whole.ask(path)).status, path).toBe(200);
    const broken = open({ store: { ...store, list: () => Promise.reject(new Error('down')) } });
    const statuses = [];
    for (const path of ['/live', '/health', '/ready']) statuses.push((await broken.ask(path)).status);
    expect(statuses).toEqual([200, 503, 503]);
  });

  it('is not ready once it is being stopped, and still answers what comes', async () => {
    const { app, ask, post } = open();
    app.drain();
    const ready = await ask('/ready');
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await ask('/health')).status).toBe(200);
    const answer = await post(1);
    expect([answer.status, answer.headers.get('connection')]).toEqual([201, 'close']);
  });

  it('says 503 and when to come again to more than it can answer at once, and stores nothing of it', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow: ReceiptStore = { ...store, add: (...values) => held.then(() => store.add(...values)) };
    const { post } = open({ store: slow, mostAtOnce: 3 });
    const answers = [1, 2, 3].map(post);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const refused = await post(4);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    letGo();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await post(4)).status).toBe(201);
    expect(await store.list({ limit: 9 })).toHaveLength(4);
  });

  it('logs requests by pattern, and nothing of who or what they were about', async () => {
    const { ask, post } = open();
    await post(1);
    await ask(`/records/${aRecord(1).id}`, authorized);
    await ask(`/subjects/${aRecord(1).subject}/records`);
    await ask('/guess/anna@example.com');
    expect(lines.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'POST /consentry/records 201',
      'GET /consentry/records/:id{[0-9a-f-]+} 200',
      'GET /consentry/subjects/:subject/records 401',
      'GET none 404',
    ]);
    const text = JSON.stringify(lines);
    for (const personal of [aRecord(1).id, aRecord(1).subject, '203.0.113.7', 'anna'])
      expect(text).not.toContain(personal);
  });

  it('counts for Prometheus, behind a token, by route and outcome', async () => {
    const { ask, post } = open();
    await post(1);
    await post(1);
    await ask('/records', { method: 'POST', body: 'nothing' });
    expect((await ask('/metrics')).status).toBe(401);
    const answer = await ask('/metrics', authorized);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4');
    const text = await answer.text();
    expect(text).toContain(
      'consentry_requests_total{route="/consentry/records",method="POST",status="201"} 1',
    );
    expect(text).toContain('consentry_records_total{outcome="added"} 1');
    expect(text).toContain('consentry_records_total{outcome="duplicate"} 1');
    expect(text).toContain('consentry_request_seconds_count{route="/consentry/records",method="POST"} 3');
    expect(text).toContain('consentry_log_waiting 1');
    expect(text).not.toContain(aRecord(1).subject);
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(
        /^(# (HELP|TYPE) consentry_\w+ .+|consentry_\w+(\{[^{}]*(\{[^{}]*\})?[^{}]*\})? [\d.e+-]+)$/,
      );
  });

  it('takes records of visitors whose clock is wrong, and says both times', async () => {
    const now = Date.UTC(2026, 10, 21, 12);
    const { ask } = open({ now: () => now });
    for (const [i, givenAt] of ['1999-01-01T00:00:00.000Z', '2061-07-28T00:00:00.000Z'].entries()) {
      const body = JSON.stringify(aRecord(i + 1, { givenAt }));
      const answer = await ask('/records', { method: 'POST', body });
      expect(answer.status).toBe(201);
      expect(await answer.json()).toMatchObject({
        record: { givenAt },
        receivedAt: '2026-11-21T12:00:00.000Z',
      });
    }
  });
});
