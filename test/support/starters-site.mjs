// Serves the starter pages of create-vite as they are, and with a Consentry site script as the first one in head.
// Everything on loopback, under a policy that the starters themselves keep to. Run as a script it has its own port.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { buildSite, loadCatalogue } from '@consentry/cli';
import { STARTERS, starterFiles } from './starters.mjs';

const acme = {
  name: 'Acme',
  adapter: false,
  purposes: ['analytics'],
  provider: 'Acme',
  information: 'Pages viewed',
  usedFor: 'Measuring',
  hosts: ['acme.example', 'cdn.acme-static.example/tags/', '/vendor/acme/'],
  storage: [
    { kind: 'cookie', name: '_acme*', life: 'P1Y' },
    { kind: 'localStorage', name: 'acme*', life: 'P1Y' },
  ],
};
const base = {
  site: 'starters',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' }, marketing: { label: 'Useful mail' } },
  vendors: {
    'google-analytics': { options: { measurementId: 'G-START1', src: '/vendor/gtag.js' } },
    acme,
    post: { ...acme, name: 'Post', purposes: ['marketing'], hosts: ['post.example', 'in.post.example'] },
  },
};
/** The ways a page is served: without Consentry, and with it under these configs. */
const CONFIGS = {
  plain: undefined,
  page: base,
  strict: { ...base, gate: { layer: 'strict' } },
  none: { ...base, vendors: {} },
};

const TYPES = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
};
const POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'";

/** What goes wrong in a page, or is said about it; and when its counter was there. */
const WITNESS = `
window.said = [];
for (const kind of ['debug', 'log', 'info', 'warn', 'error'])
  console[kind] = ((native) => (...words) => {
    said.push(kind + ': ' + words.join(' '));
    native.apply(console, words);
  })(console[kind]);
addEventListener('error', ({ message, target }) => said.push('error: ' + (message || target.src || target.href)), true);
addEventListener('unhandledrejection', ({ reason }) => said.push('rejection: ' + reason));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => said.push('policy: ' + violatedDirective + ' ' + blockedURI));

window.mounted = new Promise((resolve) => {
  const look = () => {
    const root = document.querySelector('my-element')?.shadowRoot ?? document;
    if (root.querySelector('.counter')) resolve(performance.now());
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  customElements.whenDefined('my-element').then(() => document.querySelector('my-element').updateComplete).then(look);
});
`;

/** Starts it, on a free port unless told otherwise; each host below `localhost` is a site of its own. */
export async function startStartersSite(wanted = 0) {
  const catalogue = await loadCatalogue();
  const scripts = {};
  for (const [way, config] of Object.entries(CONFIGS))
    scripts[way] = config ? (await buildSite(config, catalogue)).files : [];
  const starters = {};
  for (const name of Object.keys(STARTERS)) starters[name] = await starterFiles(name);
  /** Paths of a starter's own files that were asked for, by host; `/take-asked` answers and forgets them. */
  const asked = {};

  const server = createServer((request, response) => {
    const { pathname, hostname } = new URL(request.url, `http://${request.headers.host}`);
    const [way, name] = hostname.split('.');
    const ours = scripts[way]?.find((file) => `/${file.name}` === pathname);
    const content = ours?.content ?? starters[name]?.get(pathname === '/' ? '/index.html' : pathname);
    if (pathname === '/take-asked') {
      send('application/json', JSON.stringify((asked[hostname] ?? []).sort()));
      delete asked[hostname];
    } else if (pathname === '/witness.js') send('text/javascript', WITNESS);
    else if (pathname.startsWith('/vendor/')) send('text/javascript', 'isMeasured = true;');
    else if (ours) send('text/javascript', content);
    else if (!content) response.writeHead(404).end();
    else {
      // Whether and when it shows an icon is up to the browser.
      if (pathname !== '/favicon.svg') (asked[hostname] ??= []).push(pathname);
      if (pathname === '/') send(TYPES.html, withScripts(`${content}`, scripts[way].length > 0));
      else send(TYPES[pathname.split('.').pop()], content);
    }

    function send(type, body) {
      const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' };
      response.writeHead(200, { ...headers, 'content-security-policy': POLICY }).end(body);
    }
  });
  await new Promise((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    /** Address of a starter's page, served one way. */
    url: (way, name) => `http://${way}.${name}.localhost:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The witness stands first, so that it hears what ours says. */
const withScripts = (html, consentry) =>
  html.replace(
    /<head>/,
    `<head><script src="/witness.js"></script>${consentry ? '<script src="/consentry.js"></script>' : ''}`,
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) await startStartersSite(4430);
