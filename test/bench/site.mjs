// Serves the pages and everything on them from this machine, each variant under a host of its own.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { buildSite, inlineBanners, loadCatalogue, readConfigFile } from '@consentry/cli';
import { createConsentManager } from '@consentry/core';
import { page, SCRIPTS, TAGS } from './pages.mjs';

/** Starts it on a free port. */
export async function startSite() {
  const catalogue = await loadCatalogue();
  const config = await readConfigFile(fileURLToPath(new URL('consentry.json', import.meta.url)), catalogue);
  const scripts = { '/floor.js': readFileSync(new URL('floor.js', import.meta.url), 'utf8') };
  const build = async (folder, built) => {
    for (const { name, content } of (await buildSite(built, catalogue)).files)
      scripts[folder + name] = content;
  };
  await build('/', config);
  const { html: inline } = Object.values(await inlineBanners(config, catalogue))[0];
  // Without the guard it does what the floor does, and nothing for what is not marked.
  await build('/marked/', { ...config, gate: { layer: 'marked' } });

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const [, tag] = /^\/tag\/(\d+)\.js$/.exec(pathname) ?? [];
    if (pathname === '/') {
      const [variant] = request.headers.host.split('.');
      send(
        'text/html; charset=utf-8',
        page(variant, Number(searchParams.get('tags') ?? TAGS), variant === 'inline' ? inline : ''),
      );
    } else if (tag) send('text/javascript', `run(${tag});`);
    else if (scripts[pathname]) {
      // As the docs advise: what has its hash in its name is kept, all else asked for again with every page, and confirmed.
      if (/\.[\w-]{8,}\.js$/.test(pathname))
        return send('text/javascript', scripts[pathname], 'public, max-age=31536000, immutable');
      const etag = `"${createHash('sha256').update(scripts[pathname]).digest('base64')}"`;
      response.setHeader('etag', etag);
      if (request.headers['if-none-match'] === etag)
        response.writeHead(304, { 'cache-control': 'no-cache' }).end();
      else send('text/javascript', scripts[pathname], 'no-cache');
    } else response.writeHead(404).end();

    function send(type, body, caching = 'no-store') {
      response.writeHead(200, { 'content-type': type, 'cache-control': caching }).end(body);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    /** Serves what `make` resolves with as one more script, made once. */
    addScript: async (path, make) => {
      scripts[path] ??= await make();
    },
    /** Address of a variant's page: `floor`, `consentry`, `marked`, `least` or `plain`. */
    url: (variant, tags = TAGS) => `http://${variant}.localhost:${port}/?tags=${tags}`,
    /** The script whose time counts as a variant's own. */
    script: (variant) => `http://${variant}.localhost:${port}${SCRIPTS[variant]}`,
    /** The cookie of a visitor who has said yes to everything. */
    yes: (variant) =>
      variant === 'floor'
        ? { name: 'floor', value: 'granted' }
        : { name: 'consentry', value: consentCookie(config) },
    close: () => server.close(),
  };
}

/** Consentry's cookie after a yes, written by the code that writes it in the page. */
function consentCookie({ purposes, vendors }) {
  let text;
  const cookies = { read: () => (text ? [text] : []), write: (value) => (text = value) };
  const tabs = { announce() {}, listen: () => () => {} };
  createConsentManager(
    {
      purposes: Object.keys(purposes).map((id) => ({ id })),
      vendors: Object.entries(vendors).map(([id, { purposes: served }]) => ({ id, purposes: served })),
    },
    { cookies, tabs },
  ).grant();
  return text;
}
