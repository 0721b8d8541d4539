// Serves the pages of test/e2e/pages/dialects, each with the published consent manager that it was written for or with ours,
// beside a third party that remembers what it was asked for. node dialects-site.mjs PORT; the third party is on the next
// port. Whose page it is stands in the host's first label, so that tests share neither cookies nor what was asked.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSite, loadCatalogue, readConfigFile } from '@consentry/cli';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const port = Number(process.argv[2]);
const PAGES = new URL('../e2e/pages/dialects/', import.meta.url);
const PACKAGES = new URL('../../node_modules/', import.meta.url);
/** The published script of each, and how its documentation starts it. */
const PUBLISHED = {
  klaro: `<script>
var klaroConfig = { version: 1, services: ['counter', 'fonts', 'camera', 'maps'].map((name) => ({ name, title: name, purposes: ['any'] })) };
</script><script defer src="/packages/klaro/dist/klaro.js"></script>`,
  'vanilla-cookieconsent': `<script src="/packages/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script><script>
addEventListener('DOMContentLoaded', () => CookieConsent.run({
  hideFromBots: false,
  categories: { analytics: { services: { counter: {} } }, ads: {} },
  language: { default: 'en', translations: { en: {
    consentModal: { title: 'Cookies', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Reject' },
    preferencesModal: { title: 'Cookies', sections: [] },
  } } },
}));
</script>`,
  tarteaucitron: '<script src="/packages/tarteaucitronjs/tarteaucitron.js"></script>',
  orejime: `<script>
window.orejimeConfig = { privacyPolicyUrl: '/privacy', purposes: ['counter', 'maps'].map((id) => ({ id, title: id, cookies: [] })) };
</script><script src="/packages/orejime/dist/orejime-standard-en.js"></script>`,
};

/** By the ending of a file's name. */
const TYPES = { js: 'text/javascript', css: 'text/css', gif: 'image/gif', html: 'text/html' };

const catalogue = await loadCatalogue();
const builds = new Map();
const build = async (peer) => {
  const config = await readConfigFile(fileURLToPath(new URL(`${peer}.json`, PAGES)), catalogue);
  return (await buildSite(config, catalogue)).files;
};
const asked = new Map();
const list = (of, label) => of.get(label) ?? of.set(label, []).get(label);
const records = new Map();
const labelOf = (c) => new URL(c.req.url).hostname.split('.')[0];

const site = new Hono();
site.get('/packages/*', async (c) => {
  const file = new URL(c.req.path.slice('/packages/'.length), PACKAGES);
  return c.body(await readFile(file), 200, { 'content-type': TYPES[c.req.path.split('.').pop()] });
});
site.get('/asked', (c) => c.json(list(asked, labelOf(c))));
site.get('/records', (c) => c.json(list(records, labelOf(c))));
site.post('/consentry/records', async (c) => {
  list(records, labelOf(c)).push(await c.req.json());
  return c.json({}, 503);
});
site.get('/:by{published|ours}/:peer', async (c) => {
  const { by, peer } = c.req.param();
  const html = await readFile(new URL(`${peer}.html`, PAGES), 'utf8');
  const manager =
    by === 'published' ? PUBLISHED[peer] : `<script src="/built/${peer}/consentry.js"></script>`;
  const third = `http://127.0.0.1:${port + 1}/${labelOf(c)}`;
  return c.html(html.replace('{{manager}}', manager).replaceAll('{{third}}', third));
});
site.get('/built/:peer/:name', async (c) => {
  const { peer, name } = c.req.param();
  const file = builds.get(peer).find((each) => each.name === name);
  if (!file) return c.notFound();
  return c.text(file.content, 200, { 'content-type': 'text/javascript; charset=utf-8' });
});

const thirdParty = new Hono();
thirdParty.get('/:label/:name', (c) => {
  const { label, name } = c.req.param();
  list(asked, label).push(name);
  const [bare, ending] = name.split('.');
  return c.body(ending === 'js' ? `(window.ran ||= []).push(${JSON.stringify(bare)});` : '', 200, {
    'content-type': TYPES[ending],
    'cache-control': 'no-store',
    // Modules ask for it.
    'access-control-allow-origin': '*',
  });
});
serve({ fetch: thirdParty.fetch, hostname: '127.0.0.1', port: port + 1 });
for (const peer of Object.keys(PUBLISHED)) builds.set(peer, await build(peer));
serve({ fetch: site.fetch, hostname: '127.0.0.1', port }, () => console.log('ready'));
