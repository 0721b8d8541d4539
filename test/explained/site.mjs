// Serves real builds of random sites, one page view after another to a page that drives them in frames.
import { createServer } from 'node:http';
import { buildSite } from '@consentry/cli';

const ESCAPES = { '<': '&lt;', '"': '&quot;', '&': '&amp;' };
const escaped = (text) => text.replace(/[<"&]/g, (character) => ESCAPES[character]);

/** Starts it on a free port. */
export async function startExplainedSite() {
  /** Scripts by the number of their config. */
  const scripts = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const send = (type, body, headers = {}) => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers });
      response.end(body);
    };
    const [, number] = /^\/(\d+)\/consentry\.js$/.exec(pathname) ?? [];
    if (number) return send('text/javascript', scripts[number], { 'cache-control': 'max-age=3600' });
    if (pathname === '/view') return send('text/html', view(searchParams), viewHeaders(searchParams));
    if (pathname === '/') return send('text/html', '<!doctype html><title>Explained</title><body>');
    // What asks and what releases changes nothing of what may run, and would come late.
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    origin: `http://localhost:${port}`,
    /** Builds a config; answers its number. */
    async add(config, catalogue) {
      const { files } = await buildSite(config, catalogue);
      return scripts.push(files.find(({ name }) => name === 'consentry.js').content) - 1;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function viewHeaders(settings) {
  const place = settings.get('header');
  const quoted = place?.replace(/["\\]/g, '\\$&');
  return {
    'cache-control': 'no-store',
    ...(place === null ? {} : { 'server-timing': `consentry-place;desc="${quoted}"` }),
  };
}

function view(settings) {
  const meta = settings.get('meta');
  const script = settings.get('script');
  const gpc = settings.get('gpc') === 'true';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>View</title><link rel="icon" href="data:,">
<script>
Object.defineProperty(navigator, 'globalPrivacyControl', { value: ${gpc} });
Date.now = () => ${Number(settings.get('now'))};
console.error = () => {};
</script>
${meta === null ? '' : `<meta name="consentry-place" content="${escaped(meta)}">`}
<script src="/${Number(settings.get('config'))}/consentry.js"${script === null ? '' : ` data-place="${escaped(script)}"`}></script>
</head><body></body></html>`;
}
