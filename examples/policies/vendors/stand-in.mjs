// Stands in for the vendors of all five sites on loopback. What no text names is a script or a pixel of this demo.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { createGoogle } from '../../omakase/vendors/google.mjs';

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const fresh = { 'cache-control': 'no-store' };

export function createStandIns(log) {
  const app = new Hono();
  app.use(cors({ origin: (origin) => origin, credentials: true }));
  app.get('/stand-in.js', (c) => {
    const from = c.req.query('site') ?? '';
    log.note('stand-in', c.req.raw, 'script', { from });
    const text = `(${counterScript})(${JSON.stringify(new URL(c.req.url).origin)}, ${JSON.stringify(from)});`;
    return c.text(text, 200, { ...fresh, 'content-type': 'text/javascript; charset=utf-8' });
  });
  app.post('/collect', (c) => {
    log.note('stand-in', c.req.raw, c.req.query('what') ?? '', { from: c.req.query('site') ?? '' });
    return c.body(null, 204);
  });
  app.get('/stand-in.gif', (c) => {
    log.note('stand-in', c.req.raw, 'pixel', { from: c.req.query('site') ?? '' });
    return c.body(PIXEL, 200, { ...fresh, 'content-type': 'image/gif' });
  });
  app.route('/', createGoogle(log));
  return app;
}

/* Runs in the page: a cookie, a page view, and clicks, as counters have them. There is no way to stop it. */
function counterScript(collector, site) {
  const send = (what) =>
    fetch(`${collector}/collect?${new URLSearchParams({ site, what })}`, {
      method: 'POST',
      mode: 'no-cors',
      keepalive: true,
    });
  document.cookie = `standin_${site}=1; Path=/; Max-Age=86400`;
  send('view');
  document.addEventListener('click', () => send('click'), true);
}
