// One of the servers that are compared; prints its port.
// node server.mjs bare                     reads the body and answers a text as long as a receipt
// node server.mjs nothing                  the product, with a store that keeps nothing
// node server.mjs sqlite FOLDER | postgres URL

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createIntegrator,
  createReceiptsApp,
  loadOrCreateSigningKey,
  openPostgresStore,
  openSqliteStore,
} from '@consentry/receipts-server';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [variant, place] = process.argv.slice(2);

function createBare() {
  const app = new Hono();
  const receipt = 'x'.repeat(1700);
  app.post('/consentry/records', async (c) => {
    await c.req.text();
    return c.body(receipt, 201, { 'content-type': 'application/json' });
  });
  return app;
}

async function createProduct() {
  const store =
    variant === 'postgres'
      ? await openPostgresStore(place)
      : await openSqliteStore(variant === 'sqlite' ? join(place, 'receipts.db') : ':memory:');
  const kept = variant === 'nothing' ? { ...store, add: async () => ({ outcome: 'added' }) } : store;
  const folder = mkdtempSync(join(tmpdir(), 'consentry-bench-key-'));
  const signingKey = await loadOrCreateSigningKey(join(folder, 'key.json'));
  rmSync(folder, { recursive: true });
  const app = createReceiptsApp({
    ...{ store: kept, signingKey, issuer: 'https://bench.example', clientAddress: () => '127.0.0.1' },
    rateLimit: { burst: 1e12, perMinute: 1e12 },
  });
  createIntegrator({
    log: store.log,
    signingKey,
    origin: 'bench',
    report: (message) => console.error(message),
  }).start();
  return app;
}

const app = variant === 'bare' ? createBare() : await createProduct();
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(port));
