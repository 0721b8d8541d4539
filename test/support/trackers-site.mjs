// Serves the pages of test/e2e/pages/trackers, and beside them each tracker's vendor: the file as npm has it, and a
// collector that answers plausibly and remembers what reached it. Everything on loopback.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buildSite, loadCatalogue, readConfigFile } from '@consentry/cli';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const PORT = 4420;
const PAGES = new URL('../e2e/pages/trackers/', import.meta.url);
const catalogue = await loadCatalogue();
const config = await readConfigFile(fileURLToPath(new URL('consentry.json', PAGES)), catalogue);
const { files } = await buildSite(config, catalogue);

const packageFile = (name, file) =>
  readFile(new URL(`../../node_modules/${name}/${file}`, import.meta.url), 'utf8');

/** What each vendor serves as its script; the site serves the `bundled` ones itself. */
const SCRIPTS = {
  'posthog.localhost': () => packageFile('posthog-js', 'dist/array.js'),
  'mixpanel.localhost': () => packageFile('mixpanel-browser', 'dist/mixpanel.min.js'),
  'amplitude.localhost': () => packageFile('amplitude-js', 'amplitude.umd.min.js'),
  'segment.localhost': () => packageFile('@segment/analytics-next', 'dist/umd/standalone.js'),
  'countly.localhost': () => packageFile('countly-sdk-web', 'lib/countly.min.js'),
};
const BUNDLED = {
  'posthog.js': () => packageFile('posthog-js', 'dist/module.js'),
  'plausible.js': () => packageFile('@plausible-analytics/tracker', 'plausible.js'),
};
/** Snippets that the packages contain; they load the vendor's file from where the page says. */
const SNIPPETS = {
  mixpanel: () => packageFile('mixpanel-browser', 'dist/mixpanel-jslib-snippet.min.js'),
  // Its address is fixed, and its checksum belongs to the same code packed another way.
  amplitude: async () =>
    (await packageFile('amplitude-js', 'amplitude-snippet.min.js'))
      .replace(/https:\/\/cdn\.amplitude\.com/, '{{vendor}}')
      .replace(/r\.integrity=".*"/, ''),
};

/** Each visit has hosts of its own, e.g. `www.t1.localhost` and `t1.posthog.localhost`. */
const log = [];
const script = (c, text) => c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8' });
const hostOf = (c) => new URL(c.req.url).hostname;

const site = new Hono();
site.get('/requests', (c) => c.json(log.filter(({ visit }) => visit === hostOf(c).split('.')[1])));
site.get('/bundled/:name', async (c) => script(c, await BUNDLED[c.req.param('name')]()));
site.get('/:name{consentry(?:\\.js|-[\\w.-]+\\.js(?:on)?)}', (c) => {
  const file = files.find(({ name }) => name === c.req.param('name'));
  return file ? script(c, file.content) : c.notFound();
});
site.post('/page-error', async (c) => {
  log.push({ visit: hostOf(c).split('.')[1], vendor: 'error', path: await c.req.text(), text: '', bytes: 0 });
  return c.body(null, 204);
});
site.get('/:way{unmarked|marked}/:page', async (c) => {
  const { way, page } = c.req.param();
  const [id] = page.split('-');
  const visit = hostOf(c).split('.')[1];
  const vendorHost = `${visit}.${id}.localhost:${PORT}`;
  const html = await readFile(new URL(`${page}.html`, PAGES), 'utf8');
  const snippet = (await SNIPPETS[page]?.()) ?? '';
  return c.html(
    html
      .replace(
        '{{consentry}}',
        `<script>${REPORT_ERRORS}</script>\n    <script src="/consentry.js"></script>`,
      )
      .replace('{{mark}}', way === 'marked' ? ` type="text/plain" data-consentry="${id}"` : '')
      .replace('{{snippet}}', () => snippet)
      .replaceAll('{{vendorHost}}', vendorHost)
      .replaceAll('{{vendor}}', `http://${vendorHost}`),
  );
});

/**
 * What goes wrong in the page reaches the log, across reloads. A machine without a network calls itself offline and
 * still reaches itself; trackers would wait.
 */
const REPORT_ERRORS = `
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true });
      for (const kind of ['error', 'unhandledrejection'])
        addEventListener(kind, ({ message, reason }) => navigator.sendBeacon('/page-error', kind + ': ' + (message ?? reason?.stack ?? reason)));
      console.error = ((native) => (...args) => {
        if (String(args[0]).startsWith('Consentry')) navigator.sendBeacon('/page-error', args.join(' '));
        native.apply(console, args);
      })(console.error);
    `;

const vendors = new Hono();
vendors.use(cors({ origin: (origin) => origin, credentials: true }));
vendors.all('*', async (c) => {
  const host = hostOf(c);
  const [visit, ...vendor] = host.split('.');
  const { pathname, search } = new URL(c.req.url);
  const body = Buffer.from(await c.req.arrayBuffer());
  log.push({
    visit,
    vendor: vendor.join('.'),
    path: pathname,
    text: readable(search) + readable(unpacked(body)),
    bytes: body.length,
  });
  c.header('cache-control', 'no-store');
  if (/\/(array|[\w.-]*\.min(\.gz)?|amplitude[\w.-]*)\.js$/.test(pathname))
    return script(c, await SCRIPTS[vendor.join('.')]());
  if (pathname.endsWith('.js')) return script(c, '');
  return answer(c, pathname);
});

/** What the collectors say, as far as their trackers care. */
function answer(c, pathname) {
  // https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/: settings of a source
  if (pathname.endsWith('/settings'))
    return c.json({ integrations: { 'Segment.io': { apiKey: 'testkey' } }, plan: {}, edgeFunction: {} });
  if (pathname.startsWith('/o/') || pathname === '/i') return c.json({ result: 'Success' });
  if (vendorIsAmplitude(c)) return c.text('success');
  return c.json({ status: 1 });
}

const vendorIsAmplitude = (c) => hostOf(c).endsWith('.amplitude.localhost');

function unpacked(body) {
  return (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString('utf8');
}

/** The text of a body or query, also where it is encoded as in a form or in base64. */
function readable(text) {
  const plain = (() => {
    try {
      return decodeURIComponent(text.replace(/\+/g, ' '));
    } catch {
      return text;
    }
  })();
  const [, base64] = /data=([\w+/= -]{16,})/.exec(plain) ?? [];
  return base64 ? plain + Buffer.from(base64.replace(/ /g, '+'), 'base64').toString('utf8') : plain;
}

const isSite = ({ url }) => /^(www\.|127\.)/.test(new URL(url).hostname);
serve({ fetch: (request) => (isSite(request) ? site : vendors).fetch(request), port: PORT });
