// A shop whose marketer edits a config: everything that `consentry serve` serves, a page, and a third party that
// remembers what it was asked for. node tea-shop.mjs FILE.json FOLDER PORT; the third party is on the next port.
import { createSiteServer } from '@consentry/cli';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [file, data, port] = process.argv.slice(2);
const host = `127.0.0.1:${port}`;
const server = await createSiteServer({ config: file, data, origin: `http://${host}` });
const asked = [];

const site = new Hono();
site.get('/', (c) =>
  c.html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tea</title><link rel="icon" href="data:,">
<script src="/consentry.js"></script></head><body><h1>Tea</h1>
<script type="text/plain" data-consentry="counter" src="http://127.0.0.1:${Number(port) + 1}/counter.js"></script>
<script type="text/plain" data-consentry="letters" src="http://127.0.0.1:${Number(port) + 1}/letters.js"></script></body></html>`),
);
site.get('/asked', (c) => c.json(asked));
// Who may read the records, for the test that asks.
site.get('/token', (c) => c.text(server.token));
site.all('*', (c) => server.fetch(c.req.raw, c.env));

const thirdParty = new Hono();
thirdParty.get('/:name{[a-z]+\\.js}', (c) => {
  asked.push(c.req.param('name'));
  return c.body('', 200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
});
serve({ fetch: thirdParty.fetch, hostname: '127.0.0.1', port: Number(port) + 1 });
serve({ fetch: site.fetch, hostname: '127.0.0.1', port: Number(port) }, () => console.log('ready'));
