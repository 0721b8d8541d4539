// Stands in for Brevo on loopback: the SDK loader, its page view on init, its cookie, and no way to stop it.
import { Hono } from 'hono';
import { cors } from 'hono/cors';

export function createBrevo(log) {
  const app = new Hono();
  app.use(cors({ origin: (origin) => origin, credentials: true }));
  app.get('/js/sdk-loader.js', (c) => {
    log.note('brevo', c.req.raw, 'script');
    return c.text(`(${loaderScript})(${JSON.stringify(new URL(c.req.url).origin)});`, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
  app.post('/p', (c) => {
    const { sib_type: what, ma_url: page } = c.req.query();
    log.note('brevo', c.req.raw, what, { page });
    return c.body(null, 204);
  });
  return app;
}

/* Runs in the page. */
function loaderScript(collector) {
  const queue = window.Brevo;
  let key;
  const send = (type) => {
    const query = new URLSearchParams({ sib_type: type, key, ma_url: location.origin + location.pathname });
    fetch(`${collector}/p?${query}`, { method: 'POST', mode: 'no-cors', keepalive: true });
  };
  const run = (call) => {
    if (typeof call === 'function') return call();
    const [name, argument] = call;
    if (name === 'init') {
      key = argument.client_key;
      document.cookie = 'sib_cuid=4c6f9d3e-demo; Path=/; Max-Age=15552000';
      const parent = location.hostname.split('.').slice(1).join('.');
      if (parent.includes('.'))
        document.cookie = `sib_cuid=4c6f9d3e-demo; Path=/; Max-Age=15552000; Domain=${parent}`;
      send('page');
    } else if (key) send(name);
  };
  const waiting = queue.splice(0);
  window.Brevo = {
    push: (...calls) => calls.forEach(run),
    identify: () => run(['identify']),
    track: () => run(['track']),
  };
  waiting.forEach(run);
  document.addEventListener('click', () => send('trackLink'), true);
}
