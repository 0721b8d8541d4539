// Serves the pages of test/e2e/pages with a script built from their own config, beside a third party that
// remembers what reached it. Everything on loopback.

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSite, loadCatalogue, readConfigFile } from '@consentry/cli';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createVendorLog } from '../../examples/omakase/vendors/vendor-log.mjs';

const PAGES = new URL('../e2e/pages/', import.meta.url);
const GENERIC = new URL('../../packages/browser/dist/generic/', import.meta.url);
const catalogue = await loadCatalogue();
const built = async (name) => {
  const config = await readConfigFile(fileURLToPath(new URL(name, PAGES)), catalogue);
  return (await buildSite(config, catalogue)).files;
};
const files = await built('consentry.json');
const measuring = await built('measuring.json');
const guarded = await built('guarded.json');
const guardedAnew = await built('guarded-anew.json');
const strict = await built('strict-layer.json');
const mails = await built('mails.json');
const stub = measuring.find(({ name }) => name === 'consentry-stub.js').content;
const log = createVendorLog();
const script = (c, text) => c.text(text, 200, { 'content-type': 'text/javascript; charset=utf-8' });

const site = new Hono();
site.get('/third-party-log', (c) => c.json(log.list(c.req.header('host'))));
const serveFrom = (list) => (c) => {
  const file = list.find(({ name }) => name === c.req.param('name'));
  return file ? script(c, file.content) : c.notFound();
};
const ours = ':name{consentry(?:\\.js|-[\\w.-]+\\.js(?:on)?)}';
site.get(`/${ours}`, serveFrom(files));
site.get(`/measuring/${ours}`, serveFrom(measuring));
site.get(`/guarded/${ours}`, serveFrom(guarded));
site.get(`/guarded-anew/${ours}`, serveFrom(guardedAnew));
site.get(`/strict-layer/${ours}`, serveFrom(strict));
site.get(`/mails/${ours}`, serveFrom(mails));
site.get(`/generic/${ours}`, async (c) =>
  script(c, await readFile(new URL(c.req.param('name'), GENERIC), 'utf8')),
);
site.get('/consentry.json', async (c) => c.body(await readFile(new URL('consentry.json', PAGES))));
// What swaps pages without loading them, as its package has it.
const SWAPPERS = {
  turbo: '@hotwired/turbo/dist/turbo.es2017-umd.js',
  swup: 'swup/dist/Swup.umd.js',
  barba: '@barba/core/dist/barba.umd.js',
  htmx: 'htmx.org/dist/htmx.min.js',
};
site.get('/swappers/:name', async (c) => {
  const file = new URL(`../../node_modules/${SWAPPERS[c.req.param('name')]}`, import.meta.url);
  return script(c, await readFile(file, 'utf8'));
});
// A page that a test has made up.
site.get('/made-up', (c) => c.html(c.req.query('html')));
// The same page under a policy of ours besides.
site.get('/unmarked-strict.html', async (c) => {
  const html = await readFile(new URL('unmarked.html', PAGES), 'utf8');
  return c.html(html.replace('/guarded/', '/strict-layer/'));
});
site.get('/:page{[a-z-]+\\.html}', async (c) => {
  const nonce = randomBytes(16).toString('base64url');
  const html = await readFile(new URL(c.req.param('page'), PAGES), 'utf8');
  // Pages that ask for it are served under the strictest policy.
  if (html.includes('{{nonce}}')) {
    c.header(
      'content-security-policy',
      `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; img-src 'self' http://127.0.0.1:4411; frame-src http://127.0.0.1:4411; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types consentry`,
    );
  }
  return c.html(html.replaceAll('{{nonce}}', nonce).replace('/* stub */', () => stub));
});

const thirdParty = new Hono();
thirdParty.use(cors());
const note = (c) => log.note('third-party', c.req.raw, c.req.query('name') ?? c.req.path);
thirdParty.get('/script.js', async (c) => {
  note(c);
  await new Promise((resolve) => setTimeout(resolve, Number(c.req.query('delay') ?? 0)));
  const name = JSON.stringify(c.req.query('name'));
  return c.text(`(window.ran ||= []).push(${name}); window[${name}] = true;`, 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-store',
  });
});
thirdParty.get('/broken.js', (c) => {
  note(c);
  return c.notFound();
});
thirdParty.get('/frame', (c) => {
  note(c);
  return c.html('<!doctype html><title>Frame</title><p>The frame has loaded.</p>');
});
thirdParty.on(['GET', 'POST'], '/pixel.gif', (c) => {
  note(c);
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  return c.body(gif, 200, { 'content-type': 'image/gif', 'cache-control': 'no-store' });
});
thirdParty.get('/style.css', (c) => {
  note(c);
  return c.text(':root { --styled: yes }', 200, { 'content-type': 'text/css', 'cache-control': 'no-store' });
});

serve({ fetch: site.fetch, port: 4410 });
serve({ fetch: thirdParty.fetch, port: 4411 });
