// The restaurant site as a Request -> Response app: pages, assets, and what reached the vendors.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { html } from 'hono/html';
import {
  counterList,
  counterValues,
  guestOptions,
  readSearch,
  requestInWords,
  searchDays,
} from './booking.mjs';
import { COUNTERS } from './counters.mjs';
import { contentSecurityPolicy } from './policy.mjs';
import { fillTemplate } from './templates.mjs';

const SITE = new URL('../site/', import.meta.url);
const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' };

/** The site. `consentry` serves its script and receipts, `recipients` the table of the privacy page. */
export function createSite({ consentry, recipients, vendorLog }) {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'strict-origin-when-cross-origin');
  });

  // Consentry: a few lines of server.
  app.get('/:file{consentry(?:\\.js|-[\\w.-]+\\.js(?:on)?)}', (c) => consentry.fetch(c.req.raw, c.env));
  app.get('/.well-known/consentry-keys.json', (c) => consentry.fetch(c.req.raw, c.env));
  app.get('/.well-known/consentry-log/*', (c) => consentry.fetch(c.req.raw, c.env));
  app.all('/consentry/*', (c) => consentry.fetch(c.req.raw, c.env));

  app.get('/:file{(?:art/)?[a-z-]+\\.(?:css|js|svg)}', async (c) => {
    const file = c.req.param('file');
    const body = await readFile(new URL(file, SITE)).catch(() => undefined);
    if (!body) return c.notFound();
    return c.body(body, 200, { 'content-type': TYPES[file.split('.').pop()], 'cache-control': 'no-cache' });
  });

  /** Answers with a page of the site, in its language and with header and footer. */
  async function page(c, language, file, values = {}, status = 200) {
    const nonce = randomBytes(16).toString('base64url');
    const path = c.req.path.replace(/^\/en\//, '/');
    const common = { nonce, other: language === 'ja' ? `/en${path}` : path, notice: '', ...values };
    const part = (name, more) => fillTemplate(`parts/${name}.${language}.html`, { ...common, ...more });
    const plain = file.includes('plain/');
    const text = await fillTemplate(file, {
      ...common,
      header: await part('header', plain ? { notice: await part('notice') } : {}),
      footer: await part(plain ? 'footer-plain' : 'footer'),
      ...(file.endsWith('index.html')
        ? { home: await part('home', { letter: await part(plain ? 'letter-plain' : 'letter') }) }
        : {}),
    });
    c.header('content-security-policy', contentSecurityPolicy(nonce));
    c.header('cache-control', 'no-store');
    return c.html(text, status);
  }

  for (const [language, base] of [
    ['ja', ''],
    ['en', '/en'],
  ]) {
    const folder = base ? `${base.slice(1)}/` : '';
    const home = (c, file) => {
      const search = readSearch(c.req.query());
      return page(c, language, `${folder}${file}`, {
        q: html`${search.q}`,
        days: searchDays(language, search),
        guests: guestOptions(language, search.guests),
        counters: counterList(language, search),
        action: c.req.path,
      });
    };
    app.get(`${base}/`, (c) => home(c, 'index.html'));
    app.get(`${base}/plain/`, (c) => home(c, 'plain/index.html'));
    app.get(`${base}/privacy/`, async (c) =>
      page(c, language, `${folder}privacy.html`, {
        recipients: await recipients.table(language),
        version: recipients.version(),
      }),
    );
    app.get(`${base}/watch`, (c) =>
      page(c, language, `${folder}watch.html`, { site: html`${c.req.header('host') ?? ''}` }),
    );
    app.get(`${base}/counters/:slug/`, async (c) => {
      const counter = COUNTERS.find(({ slug }) => slug === c.req.param('slug'));
      if (!counter) return c.notFound();
      const query = c.req.query();
      const asked = requestInWords(counter, language, query);
      return page(c, language, `${folder}counter.html`, {
        ...counterValues(counter, language, readSearch(query)),
        answer: asked ? await fillTemplate(`parts/answer.${language}.html`, { asked: html`${asked}` }) : '',
      });
    });
  }
  // /en, /privacy and the like are what people type.
  app.get('/:path{(?:en|(?:en/)?(?:privacy|plain|counters/[a-z]+))}', (c) =>
    c.redirect(`${c.req.path}/`, 301),
  );

  app.get('/watch.json', (c) => {
    const host = c.req.header('host') ?? '';
    // Nobody but the page itself may know what its visitors sent.
    const { site = host } = c.req.query();
    if (site !== host) return c.json({ error: 'This address answers for its own host only.' }, 403);
    c.header('cache-control', 'no-store');
    return c.json(vendorLog.list(host));
  });

  app.notFound((c) =>
    page(
      c,
      c.req.path.startsWith('/en/') ? 'en' : 'ja',
      c.req.path.startsWith('/en/') ? 'en/404.html' : '404.html',
      {},
      404,
    ),
  );
  return app;
}
