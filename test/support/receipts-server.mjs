// A real receipts server for tests that kill it. Uses the built packages. Prints its port as the first line.
// node test/support/receipts-server.mjs <folder> [--acknowledge-early] [--store postgres://…] [--integrate-every MS]
//   [--together N]
//   [--brevo URL --mailbluster URL --epoch MS [--forget-deliveries]]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createConnectors,
  createDeliverer,
  createIntegrator,
  createReceiptsApp,
  loadOrCreateSigningKey,
  openPostgresStore,
  openSqliteStore,
} from '@consentry/receipts-server';
import { serve } from '@hono/node-server';

const flag = { type: 'boolean' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ 'acknowledge-early': flag, 'forget-deliveries': flag },
    ...{ store: { type: 'string' }, 'integrate-every': { type: 'string' }, together: { type: 'string' } },
    ...{ brevo: { type: 'string' }, mailbluster: { type: 'string' }, epoch: { type: 'string' } },
  },
});
const [folder] = positionals;
const store = values.store
  ? await openPostgresStore(values.store)
  : await openSqliteStore(join(folder, 'receipts.db'));

/**
 * The mistake that the crash test must be able to see: the answer goes out before the commit. So long before it that
 * every kill under load falls between the two: what is tested is the test's eyes, and not luck.
 */
const early = {
  ...store,
  async add(record) {
    setTimeout(() => store.add(record), 250);
    return { outcome: 'added' };
  },
};
/** And this one: what services have to be told is noted after the record, and not with it. */
const forgetful = {
  ...store,
  async add(record, acts = []) {
    const result = await store.add(record);
    setTimeout(async () => {
      const [person] = await store.deliveries.contactsOf(record.subject);
      for (const { id, purposes } of acts.length > 0 && person ? connectors : [])
        await store.deliveries.link({
          subject: record.subject,
          connector: id,
          ...person,
          purposes,
          now: now(),
        });
    }, 50);
    return result;
  },
};

/** Waits of minutes must fit into a test: with an epoch, the clock runs twenty times as fast from there. */
const SPEED = values.epoch ? 20 : 1;
const epoch = Number(values.epoch ?? 0);
const now = () => epoch + (Date.now() - epoch) * SPEED;
const services = values.brevo && values.mailbluster;
const connectors = services
  ? createConnectors(
      {
        brevo: {
          ...{ keyFrom: 'BREVO_API_KEY', url: values.brevo },
          purposes: { news: { as: 'newsletter', list: 7 }, opens: { as: 'tracking' } },
        },
        mailbluster: {
          ...{ keyFrom: 'MAILBLUSTER_API_KEY', url: values.mailbluster },
          purposes: { news: { as: 'newsletter' }, opens: { as: 'tag', deniedTag: 'no-opens' } },
        },
      },
      process.env,
      { timeoutMs: 300 },
    )
  : [];
const signingKey = await loadOrCreateSigningKey(join(folder, 'key.json'));
const app = createReceiptsApp({
  store: values['acknowledge-early'] ? early : values['forget-deliveries'] ? forgetful : store,
  signingKey,
  issuer: 'http://127.0.0.1',
  clientAddress: () => '127.0.0.1',
  readTokens: ['token-of-the-crash-test'],
  linkTokens: ['link-token-of-the-crash-test'],
  connectors,
  now,
  rateLimit: { burst: 1e9, perMinute: 1e9 },
  // Databases are killed here on purpose.
  onError: () => {},
});
// A lease outlives all that one delivery can ask for, as in the product: 4 requests of at most 0.3 seconds.
const deliverer = createDeliverer({
  ...{ queue: store.deliveries, connectors, report: () => {} },
  ...{ now, leaseMs: 2000 * SPEED, pollMs: 50, atOnce: 8 },
});
if (connectors.length > 0) deliverer.start();
const integrator = createIntegrator({
  ...{ log: store.log, signingKey, origin: '127.0.0.1/consentry-log', report: () => {} },
  ...{ everyMs: Number(values['integrate-every'] ?? 1000), mostTogether: Number(values.together ?? 1000) },
  leaseMs: 2000,
});
integrator.start();
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(port));

process.on('SIGTERM', () => {
  server.close(() =>
    deliverer
      .stop()
      .then(() => integrator.stop())
      .then(() => store.close())
      .then(() => process.exit(0)),
  );
  server.closeAllConnections();
});
