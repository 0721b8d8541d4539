// All five sites as one Request -> Response app, each with a Consentry of its own under its own path.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSiteServer } from '@consentry/cli';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { checkRequest, openRequests } from './keep-requests.mjs';
import { rightNames, takeMain, takeSection } from './notice-part.mjs';
import { homeMain, indexPage, sitePage } from './page.mjs';
import { requestMain, waysOf } from './request-page.mjs';
import { LANGUAGES, SITES } from './sites.mjs';
import { WORDS } from './words.mjs';

const FOLDER = new URL('..', import.meta.url);
const VENDORS = 'http://127.0.0.1:4471';

/** Opens them; `log` knows what reached the stand-ins. */
export async function openSites({ data, origin, log }) {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'strict-origin-when-cross-origin');
  });
  const nonce = (c) => {
    const value = randomBytes(16).toString('base64url');
    c.header('content-security-policy', policy(value));
    c.header('cache-control', 'no-store');
    return value;
  };
  for (const [path, language] of [
    ['/', 'ja'],
    ['/en/', 'en'],
  ])
    app.get(path, (c) => {
      nonce(c);
      return c.html(indexPage(language));
    });
  for (const [file, type] of [
    ['style.css', 'text/css'],
    ['app.js', 'text/javascript'],
  ])
    app.get(`/${file}`, async (c) =>
      c.body(await readFile(new URL(`site/${file}`, FOLDER)), 200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-cache',
      }),
    );
  const opened = await Promise.all(
    Object.keys(SITES).map(async (site) => {
      const config = fileURLToPath(new URL(`${site}/consentry.json`, FOLDER));
      const consentry = await createSiteServer({ config, data: join(data, site), origin });
      return { name: site, token: consentry.token, consentry };
    }),
  );
  for (const { name: site, consentry } of opened) {
    for (const [path, language] of [
      [`/${site}/`, 'ja'],
      [`/${site}/en/`, 'en'],
    ])
      app.get(path, (c) =>
        c.html(sitePage({ site, language, page: 'home', main: homeMain(site, language), nonce: nonce(c) })),
      );
    app.get(`/${site}`, (c) => c.redirect(`/${site}/`));
    app.route(`/${site}`, siteApp({ site, consentry, log, nonce, file: join(data, site, 'requests.jsonl') }));
  }
  return {
    fetch: app.fetch,
    readers: opened,
    close: () => Promise.all(opened.map(({ consentry }) => consentry.close())),
  };
}

function siteApp({ site, consentry, log, nonce, file }) {
  const app = new Hono();
  const requests = openRequests({ file });
  const ask = (c, path) => consentry.fetch(new Request(new URL(path, c.req.url), c.req.raw), c.env);
  const page = async (c, name) => {
    const answer = await consentry.fetch(new Request(new URL(`/consentry/notice/${name}`, c.req.url)));
    return takeMain(await answer.text());
  };
  const document = async () => JSON.parse(await readFile(new URL(`${site}/notice.json`, FOLDER), 'utf8'));

  app.get('/:name{consentry(?:\\.js|-[\\w.-]+\\.js(?:on)?)}', (c) => ask(c, `/${c.req.param('name')}`));
  app.get('/consentry/notice/*', (c) => ask(c, c.req.path.slice(site.length + 1)));
  app.all('/consentry/*', (c) => consentry.fetch(c.req.raw, c.env));

  app.get('/:name{(?:privacy|external|cookies)\\.(?:ja|en)\\.html}', async (c) => {
    const [kind, language] = c.req.param('name').split('.');
    const taken = await page(c, c.req.param('name'));
    return c.html(sitePage({ site, language, page: kind, nonce: nonce(c), ...taken }));
  });

  const requestPage = async (c, language, posted, status = 200) => {
    const found = await document();
    const { main: privacy } = await page(c, `privacy.${language}.html`);
    const names = rightNames(takeSection(privacy, 'requests'));
    const rights = found.requests.rights.map((id, i) => ({ id, name: names[i] }));
    const main = requestMain({
      site,
      language,
      document: found,
      privacy,
      rights,
      asked: c.req.query(),
      posted,
    });
    const title = WORDS[language].request;
    return c.html(sitePage({ site, language, page: 'request', title, main, nonce: nonce(c) }), status);
  };
  app.get('/:name{request\\.(?:ja|en)\\.html}', async (c) => {
    const { kept = '' } = c.req.query();
    return requestPage(c, c.req.param('name').split('.')[1], /^[\w-]{8,40}$/.test(kept) ? { id: kept } : {});
  });
  app.post('/requests', bodyLimit({ maxSize: 32_768 }), async (c) => {
    const language = LANGUAGES.find((one) => one === c.req.query('language')) ?? 'ja';
    // A page of another site must not post in somebody's name.
    if (!['same-origin', undefined].includes(c.req.header('sec-fetch-site'))) return c.text('Forbidden', 403);
    const found = await document();
    if (!waysOf(found).includes('web')) return c.notFound();
    const { request, wrong } = checkRequest(await c.req.parseBody(), found.requests.rights);
    if (wrong.length > 0) return requestPage(c, language, { values: request, wrong }, 422);
    const id = await requests.keep({ language, ...request });
    if (id === undefined) {
      c.header('retry-after', '3600');
      // What was written is still in the form.
      return requestPage(c, language, { values: request, wrong: ['tooMany'] }, 429);
    }
    return c.redirect(`/${site}/request.${language}.html?kept=${id}`, 303);
  });
  app.get('/requests', async (c) => {
    const given = Buffer.from(c.req.header('authorization') ?? '');
    const wanted = Buffer.from(`Bearer ${consentry.token}`);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return c.text('Unauthorized', 401);
    c.header('cache-control', 'no-store');
    return c.json(await requests.list());
  });

  app.get('/seen.json', (c) => {
    c.header('cache-control', 'no-store');
    const isOurs = ({ vendor, from = '' }) =>
      vendor === 'google-analytics' ? site === 'omakase' : from === site || from.startsWith(`${site}-`);
    return c.json(log.list(c.req.header('host') ?? '').filter(isOurs));
  });
  app.all('*', (c) => {
    const language = /\.en\.|\/en\//.test(c.req.path) ? 'en' : 'ja';
    const title = WORDS[language].missing;
    const main = `<main id="main"><h1>${title}</h1></main>`;
    return c.html(sitePage({ site, language, page: 'home', title, main, nonce: nonce(c) }), 404);
  });
  return app;
}

/** Nothing but this site and the stand-ins, scripts by nonce, Trusted Types. */
function policy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    `img-src 'self' data: ${VENDORS}`,
    `connect-src 'self' ${VENDORS}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types consentry',
  ].join('; ');
}
