import { createPrivateKey, importSigningKey, logOrigin } from '@consentry/receipts';
import { createIntegrator, createReceiptsApp, openSqliteStore } from '@consentry/receipts-server';
import { aRecord } from './a-record.js';
import { aConfig, createSiteFolder } from './site-folder.js';

/** A folder in which every command has something to do, and the calls that do it, by the commands' names. */
export interface CommandCases {
  /** What goes well, or ends with 1; without `--json`. */
  readonly calls: Readonly<Record<string, readonly string[]>>;
  /** Answers as the site that calls ask. */
  readonly fetch: (input: URL | string, init?: RequestInit) => Promise<Response>;
  clear(): Promise<void>;
}

const SITE = 'https://shop.example.com';

/** Makes such a folder: a config, a server's data with one record in its log, and copies of what a site publishes. */
export async function createCommandCases(): Promise<CommandCases> {
  const folder = await createSiteFolder();
  const at = folder.path;
  const config = await folder.write('consentry.json', aConfig({ drift: { report: 'server' } }));
  const pair = await createPrivateKey();
  await folder.write('data/signing-key.json', pair);
  const signingKey = await importSigningKey(pair);
  const store = await openSqliteStore(at('data/receipts.db'));
  const app = createReceiptsApp({ store, signingKey, issuer: SITE, clientAddress: () => '192.0.2.1' });
  const ask = async (path: string, init?: RequestInit) => app.fetch(new Request(new URL(path, SITE), init));
  const record = JSON.stringify(aRecord(1));
  const receipt = await (await ask('/consentry/records', { method: 'POST', body: record })).text();
  await createIntegrator({ log: store.log, signingKey, origin: logOrigin(SITE), report: () => {} }).run();
  const checkpoint = await (await ask('/.well-known/consentry-log/checkpoint')).text();
  const sighting = {
    site: 'shop',
    host: 'cdn.example',
    kind: 'unlisted',
    at: new Date().toISOString(),
  } as const;
  await store.sightings.add({ sightings: [sighting], since: '', mostHosts: 9 });
  await store.tokens.add({
    ...{ id: 'tok_1', role: 'reader', hash: 'sha256-a', label: 'A', createdAt: '2026-01-01T00:00:00.000Z' },
    ...{ expiresAt: '2099-01-01T00:00:00.000Z', revokedAt: '' },
  });
  const [receiptFile, checkpointFile, keys] = [
    await folder.write('receipt.json', receipt),
    await folder.write('checkpoint.txt', checkpoint),
    await folder.write('keys.json', await (await ask('/.well-known/consentry-keys.json')).text()),
  ];
  await folder.write('page.html', '<html lang="en"><script src="https://static.hotjar.com/c.js"></script>');
  const klaro = "var klaroConfig = { services: [{ name: 'matomo', purposes: ['analytics'] }] };";
  const klaroConfig = await folder.write('klaro-config.js', klaro);
  const shown = { face: 'banner', appearance: {}, content: { purposes: [], vendors: [], texts: {} } };
  const data = ['--data', at('data')];
  return {
    fetch: (input, init) => ask(String(input), init),
    calls: {
      init: ['init', at('page.html'), '--yes', '-o', at('first.json')],
      migrate: ['migrate', klaroConfig, '-o', at('migrated.json')],
      check: ['check', config],
      explain: ['explain', config, 'brevo'],
      build: ['build', config, '-o', at('built')],
      csp: ['csp', config],
      notice: ['notice', config, '-o', at('notice')],
      'notice diff': ['notice', 'diff', config, config],
      'notice record': ['notice', 'record', config],
      drift: ['drift', config, ...data],
      deliveries: ['deliveries', ...data],
      verify: ['verify', receiptFile, '--keys', keys],
      'log witness': ['log', 'witness', SITE, '--file', at('seen.jsonl')],
      shown: ['shown', await folder.write('shown.json', shown), '-o', at('shown.html'), ...data],
      'token create': ['token', 'create', '--role', 'reader', ...data],
      'token list': ['token', 'list', ...data],
      'token rotate': ['token', 'rotate', 'tok_1', ...data],
      'token revoke': ['token', 'revoke', 'tok_1', ...data],
      'keys rotate': ['keys', 'rotate', ...data],
      'insights recount': ['insights', 'recount', ...data],
      'store copy': ['store', 'copy', ...data, '--to', at('copy')],
      // Further ways to call them.
      'verify a checkpoint': ['verify', checkpointFile, '--keys', keys],
      'verify two checkpoints': ['verify', checkpointFile, checkpointFile, '--keys', keys],
      'verify a whole log': ['verify', '--log', ...data],
      'drift of a host': ['drift', config, 'static.hotjar.com'],
    },
    async clear() {
      await store.close();
      await folder.clear();
    },
  };
}
