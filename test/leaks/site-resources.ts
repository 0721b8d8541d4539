/** Files of the site's own that lead to a third party; the page decides which, in the query. */
export function ownFile(url: URL): { status: number; headers: Record<string, string>; body: string } {
  const to = JSON.stringify(url.searchParams.get('to') ?? '');
  const script = (body: string) => ({
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'service-worker-allowed': '/' },
    body,
  });
  const html = (body: string) => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body,
  });
  switch (url.pathname) {
    case '/go':
      return { status: 302, headers: { location: url.searchParams.get('to') ?? '/' }, body: '' };
    case '/worker-fetch.js':
      return script(`fetch(${to}, { mode: 'no-cors' }).catch(() => {});`);
    case '/worker-import-scripts.js':
      return script(`importScripts(${to});`);
    case '/worker-shared.js':
      return script(`onconnect = () => fetch(${to}, { mode: 'no-cors' }).catch(() => {});`);
    case '/imports.js':
      return script(`import ${to};`);
    case '/imports-dynamically.js':
      return script(`import(${to}).catch(() => {});`);
    case '/loader.js':
      return script(
        `{ const s = document.createElement('script'); s.src = ${to}; document.head.append(s); }`,
      );
    case '/imports.css':
      return { status: 200, headers: { 'content-type': 'text/css' }, body: `@import url(${to});` };
    case '/paints.css':
      return {
        status: 200,
        headers: { 'content-type': 'text/css' },
        body: `body { background-image: url(${to}); }`,
      };
    case '/service-worker.js':
      return script(
        `addEventListener('install', (event) => event.waitUntil(fetch(${to}, { mode: 'no-cors' }).catch(() => {})));`,
      );
    case '/empty.html':
      return html('<!doctype html><title>Own frame</title><p>Own frame.</p>');
    default:
      return { status: 404, headers: {}, body: '' };
  }
}
