import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSiteServer, type SiteServer } from '@consentry/cli';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A shop whose pages ask many hosts, all of them this machine, for something. */
export interface DriftSite {
  /** Address of a path under a host name, with the port all of them share. */
  at(host: string, path?: string): string;
  /** Headers of what was posted as drift, each with its body. */
  readonly reports: readonly { readonly cookie: string | undefined; readonly body: string }[];
  /** Names of our files that were fetched. */
  readonly files: readonly string[];
  /** Lets its holder read. */
  readonly token: string;
  close(): Promise<void>;
}

const told = { provider: 'C Ltd', information: 'Pages', usedFor: 'Measuring' };
const config = (drift: object) => ({
  site: 'tea',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' } },
  vendors: {
    counter: {
      adapter: false,
      name: 'Counter',
      purposes: ['analytics'],
      hosts: ['counter.example'],
      ...told,
    },
  },
  gate: { layer: 'marked', hosts: ['fonts.example'] },
  drift: { ignore: ['status.example'], ...drift },
});
/** Strict, with the nonce of a test: it lets through what the page is about to ask for, and one host less. */
const POLICY = [
  "default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; connect-src 'self'; style-src 'self'; base-uri 'none'",
  "img-src http://*:* data:; frame-src 'none'; require-trusted-types-for 'script'; trusted-types consentry",
].join('; ');

/** Starts the shop on a free port. Its pages have a strict policy with Trusted Types. */
export async function startDriftSite(drift: object): Promise<DriftSite> {
  const folder = await mkdtemp(join(tmpdir(), 'consentry-drift-site-'));
  const file = join(folder, 'consentry.json');
  await writeFile(file, JSON.stringify(config(drift)));
  const origin = 'http://shop.example';
  const site: SiteServer = await createSiteServer({ config: file, data: folder, origin, report: () => {} });
  const reports: DriftSite['reports'][number][] = [];
  const files: string[] = [];

  const app = new Hono();
  app.get('/page', (c) => {
    const port = new URL(c.req.url).port;
    const image = (host: string) => `<img alt="" src="http://${host}:${port}/pixel.gif">`;
    return c.html(
      `<!doctype html><html lang="en"><head><title>Tea</title><link rel="icon" href="data:,">
      <script nonce="n" src="/consentry.js"></script></head><body>
      ${['cdn.example', 'eu.cdn.example', 'fonts.example', 'status.example', 'counter.example'].map(image).join('\n')}
      ${image('cdn.example').replace('.gif', '2.gif')}
      <script nonce="n">document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://frames.example:${port}/' }));</script>
      </body></html>`,
      200,
      { 'content-security-policy': POLICY },
    );
  });
  app.get('/pixel:rest{.*}', (c) => c.body('', 200, { 'content-type': 'image/gif' }));
  app.all('*', async (c) => {
    const { pathname } = new URL(c.req.url);
    if (c.req.method === 'POST' && pathname === '/consentry/drift')
      reports.push({ cookie: c.req.header('cookie'), body: await c.req.raw.clone().text() });
    if (/^\/consentry[.-]/.test(pathname)) files.push(pathname.slice(1).replace(/\.[\w-]{5,12}\.js$/, ''));
    return site.fetch(c.req.raw, c.env);
  });
  const { server, port } = await listen(app);
  return {
    at: (host, path = '') => `http://${host}:${port}${path}`,
    reports,
    files,
    token: site.token,
    async close() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await site.close();
      await rm(folder, { recursive: true });
    },
  };
}

function listen(app: Hono): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
      resolve({ server, port }),
    );
  });
}
