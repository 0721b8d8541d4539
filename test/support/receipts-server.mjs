// A real receipts server for tests that kill it: node test/support/receipts-server.mjs <folder> [--acknowledge-early]
// Uses the built packages. Prints its port as the first line.
import { join } from 'node:path';
import { createReceiptsApp, loadOrCreateSigningKey, openSqliteStore } from '@consentry/receipts-server';
import { serve } from '@hono/node-server';

const [folder, mode] = process.argv.slice(2);
const store = await openSqliteStore(join(folder, 'receipts.db'));

/** The mistake that the crash test must be able to see: the answer goes out before the commit. */
const early = {
  ...store,
  async add(record) {
    setTimeout(() => store.add(record), 10);
    return { outcome: 'added' };
  },
};

const app = createReceiptsApp({
  store: mode === '--acknowledge-early' ? early : store,
  signingKey: await loadOrCreateSigningKey(join(folder, 'key.json')),
  issuer: 'http://127.0.0.1',
  clientAddress: () => '127.0.0.1',
  readTokens: ['token-of-the-crash-test'],
  rateLimit: { burst: 1e9, perMinute: 1e9 },
});
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(port));

process.on('SIGTERM', () => {
  server.close(() => store.close().then(() => process.exit(0)));
  server.closeAllConnections();
});
