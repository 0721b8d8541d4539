// Stands in for Google on loopback: serves a gtag.js that reads the data layer, keeps consent, sets the
// cookies of the real one on the highest domain it may, and collects.
import { Hono } from 'hono';
import { cors } from 'hono/cors';

export function createGoogle(log) {
  const app = new Hono();
  app.use(cors({ origin: (origin) => origin, credentials: true }));
  app.get('/gtag/js', (c) => {
    log.note('google-analytics', c.req.raw, 'script');
    return c.text(`(${gtagScript})(${JSON.stringify(new URL(c.req.url).origin)});`, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
  app.post('/g/collect', (c) => {
    const { en, gcs, dl } = c.req.query();
    log.note('google-analytics', c.req.raw, en, { gcs, page: dl });
    return c.body(null, 204);
  });
  return app;
}

/* Runs in the page. */
function gtagScript(collector) {
  const layer = window.dataLayer;
  const consent = {};
  const ids = new Set();
  const commands = [];
  const name = (id) => `_ga_${id.replace('G-', '')}`;
  const domains = () => {
    const labels = location.hostname.split('.');
    return labels.map((_, i) => labels.slice(labels.length - 1 - i).join('.'));
  };
  const setCookie = (key, value) => {
    // The real tag keeps the first domain that the browser accepts, from the top down.
    for (const domain of domains()) {
      document.cookie = `${key}=${value}; Path=/; Max-Age=63072000; Domain=${domain}`;
      if (document.cookie.includes(`${key}=`)) return;
    }
    document.cookie = `${key}=${value}; Path=/; Max-Age=63072000`;
  };
  const flag = (key) => (consent[key] === 'denied' ? '0' : '1');
  const send = (event) => {
    for (const id of ids) {
      if (window[`ga-disable-${id}`] === true) continue;
      if (consent.analytics_storage !== 'denied') {
        setCookie('_ga', `GA1.1.${Math.floor(Math.random() * 1e9)}.${Math.floor(Date.now() / 1000)}`);
        setCookie(name(id), `GS2.1.s${Math.floor(Date.now() / 1000)}`);
      }
      const query = new URLSearchParams({
        v: '2',
        tid: id,
        en: event,
        gcs: `G1${flag('ad_storage')}${flag('analytics_storage')}`,
        dl: location.origin + location.pathname,
      });
      fetch(`${collector}/g/collect?${query}`, { method: 'POST', mode: 'no-cors', keepalive: true });
    }
  };
  const run = (command) => {
    // An array is not a command.
    if (Object.prototype.toString.call(command) !== '[object Arguments]') return;
    const [verb, target, value] = command;
    commands.push(verb === 'consent' ? `consent ${target}` : verb);
    if (verb === 'consent') Object.assign(consent, value);
    if (verb === 'config') {
      ids.add(target);
      send('page_view');
    }
    if (verb === 'event') send(target);
  };
  for (const command of layer) run(command);
  layer.push = (...more) => {
    const length = Array.prototype.push.apply(layer, more);
    more.forEach(run);
    return length;
  };
  // Enhanced measurement: clicks count.
  document.addEventListener('click', () => send('click'), true);
  window.standInGoogle = { consent, commands };
}
