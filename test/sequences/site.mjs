// The site of the sequences: a page that drives, page views that it drives in a frame, and vendors beside them.
import { createServer } from 'node:http';
import { buildSite, loadCatalogue } from '@consentry/cli';
import { SITE } from './model.mjs';
import { tagHtml } from './tags.mjs';

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Holds back the browser's look-ahead until our script has run, as docs/getting-started.md has it. */
const FENCE = '<meta http-equiv="Content-Security-Policy" content="object-src *">';

/** What a view tells whoever drives it. */
const WITNESS = `
  window.ran = [];
  window.loaded = new Set();
  document.addEventListener('load', ({ target }) => target.localName === 'img' && loaded.add(target.id), true);
  addEventListener('message', ({ data }) => data.loaded && loaded.add(data.loaded));
`;

/** Starts it on a free port; each host below `localhost` is a visitor of its own. */
export async function startSequencesSite() {
  const { files } = await buildSite(SITE, await loadCatalogue());
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const send = (type, body, caching = 'no-store') => {
      response.writeHead(200, {
        'content-type': type,
        'cache-control': caching,
        'access-control-allow-origin': '*',
      });
      response.end(body);
    };
    const name = searchParams.get('name');
    const ours = files.find((file) => `/${file.name}` === pathname);
    if (ours) send('text/javascript', ours.content, 'max-age=3600');
    else if (pathname === '/script') send('text/javascript', `ran.push('${name}');`);
    else if (pathname === '/image') send('image/gif', PIXEL);
    else if (pathname === '/frame')
      send('text/html', `<script>parent.postMessage({ loaded: '${name}' }, '*');</script>`);
    else if (pathname === '/view') {
      const tags = JSON.parse(searchParams.get('tags') ?? '[]');
      const html = tags.map(({ name, ...tag }) => tagHtml(tag, name, port)).join('\n');
      send(
        'text/html; charset=utf-8',
        page(`${FENCE}<script>${WITNESS}</script><script src="/consentry.js"></script>`, html),
      );
    } else send('text/html; charset=utf-8', page('', ''));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    /** The page of a visitor. */
    url: (visitor) => `http://${visitor}.localhost:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const page = (head, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sequences</title><link rel="icon" href="data:,">${head}</head>
<body>${body}</body></html>`;
