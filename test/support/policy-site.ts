import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createConsentPolicy, type PolicySite } from '@consentry/gate/policy';
import { createHonoMiddleware } from '@consentry/gate/policy/hono';
import { type ServerType, serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';

/** A site behind the policy header, beside a vendor and a neutral host that remember what reached them. */
export interface PolicyTestSite {
  readonly definition: PolicySite;
  /** Address of the site under a host name of its own, e.g. `http://a.localhost:1234`. */
  origin(name: string): string;
  /** What reached the third parties from pages of this host name, sorted. */
  requested(name: string): string[];
  close(): Promise<void>;
}

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const from = (c: Context) => c.req.header('referer') ?? c.req.header('origin') ?? '';

/** Starts all of it on ports that are free. */
export async function startPolicySite(): Promise<PolicyTestSite> {
  const seen: { page: string; what: string }[] = [];
  /** Notes a request under the host of the page that made it. */
  const note = (from: string, what: string) => {
    seen.push({ page: URL.canParse(from) ? new URL(from).host : '', what });
  };
  const third = new Hono();
  third.use(cors());
  third.all('/:who/:what{.+}', (c) => {
    const { who, what } = c.req.param();
    note(from(c), `${who} ${what}`);
    const [, type] = /\.(\w+)$/.exec(what) ?? [];
    c.header('cache-control', 'no-store');
    if (type === 'js')
      return c.body(`document.documentElement.dataset.${who} = 'ran';`, 200, {
        'content-type': 'text/javascript',
      });
    if (type === 'css') return c.body(`html { --${who}: yes }`, 200, { 'content-type': 'text/css' });
    if (type === 'gif') return c.body(PIXEL, 200, { 'content-type': 'image/gif' });
    return c.html('<!doctype html><title>Frame</title>');
  });
  const vendor = await listen(third, note);
  const neutral = await listen(third, note);
  const definition: PolicySite = {
    purposes: [{ id: 'analytics' }, { id: 'mail' }],
    vendors: [
      { id: 'acme', purposes: ['analytics'], hosts: [`127.0.0.1:${vendor.port}`, '/acme'] },
      { id: 'post', purposes: ['mail'], hosts: ['post.example'] },
    ],
    hosts: [`127.0.0.1:${neutral.port}`],
  };

  const site = new Hono();
  site.use(createHonoMiddleware(createConsentPolicy(definition)));
  site.get('/acme/:what', (c) => {
    note(from(c), `proxied ${c.req.param('what')}`);
    return c.body('', 200, { 'content-type': 'text/javascript' });
  });
  site.get('/worker.js', (c) =>
    c.body(
      `fetch('http://127.0.0.1:${vendor.port}/vendor/from-worker').catch(() => {}).finally(() => postMessage(0));`,
      200,
      {
        'content-type': 'text/javascript',
      },
    ),
  );
  // There is no consentry.js: what the header withholds, it withholds alone.
  site.get('/:page{page|other}', (c) => c.html(page(vendor.port, neutral.port)));
  const own = await listen(site, note);

  return {
    definition,
    origin: (name) => `http://${name}.localhost:${own.port}`,
    requested: (name) =>
      seen
        .filter(({ page: host }) => host === `${name}.localhost:${own.port}`)
        .map(({ what }) => what)
        .sort(),
    close: async () => {
      for (const { server } of [vendor, neutral, own]) server.close();
    },
  };
}

/** Unmarked and static, as a page that has never heard of consent is written. */
function page(vendor: number, neutral: number): string {
  const tags = (who: string, port: number) => {
    const url = (what: string) => `http://127.0.0.1:${port}/${who}/${what}`;
    return {
      head: `<link rel="preload" as="script" href="${url('preload.js')}">
        <link rel="stylesheet" href="${url('style.css')}"><script src="${url('head.js')}"></script>`,
      body: `<script src="${url('body.js')}" async></script><img alt="" src="${url('pixel.gif')}">
        <iframe title="A frame" src="${url('frame')}"></iframe>
        <script>fetch('${url('fetch')}').catch(() => {});</script>`,
    };
  };
  const theirs = tags('vendor', vendor);
  const neutrals = tags('neutral', neutral);
  return `<!doctype html>
    <html lang="en">
      <head>
        <title>Not a single mark</title>
        <link rel="icon" href="data:,">
        <script src="/consentry.js"></script>
        ${theirs.head}${neutrals.head}
      </head>
      <body>
        ${theirs.body}${neutrals.body}
        <script src="/acme/proxied.js"></script>
        <form method="post" action="http://127.0.0.1:${vendor}/vendor/form" target="answer"></form>
        <iframe title="The form's answer" name="answer"></iframe>
        <script>
          new Worker('/worker.js').onmessage = () => (document.documentElement.dataset.worker = 'done');
          document.documentElement.dataset.evaluated = eval('"inline"');
          // Firefox and WebKit throw where the policy refuses a socket, Firefox where it refuses a form.
          for (const place of [location.host + '/own', '127.0.0.1:${vendor}/vendor', '127.0.0.1:${neutral}/neutral'])
            try { new WebSocket('ws://' + place + '/socket'); } catch {}
          document.forms[0].submit();
        </script>
      </body>
    </html>`;
}

/** Serves on a free port; sockets are noted and closed. */
function listen(
  app: Hono,
  note: (from: string, what: string) => void,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0 }, ({ port }: AddressInfo) => resolve({ server, port }));
    server.on('upgrade', ({ headers, url = '' }: IncomingMessage, socket: Socket) => {
      note(headers.origin ?? '', url.slice(1).replace('/', ' '));
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
  });
}
