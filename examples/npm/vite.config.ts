import { mkdir } from 'node:fs/promises';
import { createReceiptsApp, loadOrCreateSigningKey, openSqliteStore } from '@consentry/receipts-server';
import { getRequestListener } from '@hono/node-server';
import { type Connect, defineConfig, type Plugin } from 'vite';

/** The receipts server inside Vite's own, so that one command runs everything. A real site runs it by itself. */
function receiptsServer(): Plugin {
  const serve = async ({ middlewares }: { middlewares: Connect.Server }) => {
    await mkdir('.consentry', { recursive: true });
    const app = createReceiptsApp({
      store: await openSqliteStore('.consentry/receipts.db'),
      signingKey: await loadOrCreateSigningKey('.consentry/signing-key.json'),
      issuer: 'http://localhost:4173',
      sites: ['npm-example'],
      clientAddress: () => 'local',
    });
    const listener = getRequestListener(app.fetch);
    middlewares.use((request, response, next) =>
      request.url?.startsWith('/consentry/') ? listener(request, response) : next(),
    );
  };
  return { name: 'consentry-receipts', configureServer: serve, configurePreviewServer: serve };
}

export default defineConfig({ plugins: [receiptsServer()] });
