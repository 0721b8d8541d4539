// The gallery as two apps: the site, and the third party that its films come from.
import { buildSite, inlineBanners, loadCatalogue } from '@consentry/cli';
import { Hono } from 'hono';
import { index, POSTER, page, STYLE, windowOf } from './page.mjs';
import { LANGUAGES, siteOf } from './sites.mjs';

/** `video` is the third party's host and port, as pages name it. */
export async function createGallery(video) {
  const catalogue = await loadCatalogue();
  const builds = new Map();
  /** Built when first wanted: there are thirty. */
  const built = (layout, theme) => {
    const name = `${layout}/${theme}`;
    const config = siteOf(layout, theme, video);
    if (config && !builds.has(name)) builds.set(name, make(config));
    return builds.get(name);
  };
  const make = async (config) => ({
    files: (await buildSite(config, catalogue)).files,
    inline: config.appearance.layout === 'modal' ? {} : await inlineBanners(config, catalogue),
  });

  const site = new Hono();
  site.get('/', (c) => c.html(index()));
  site.get('/style.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css' }));
  site.get('/poster.svg', (c) => c.body(POSTER, 200, { 'content-type': 'image/svg+xml' }));
  site.get('/:layout/:theme/:name{consentry.*}', async (c) => {
    const build = await built(c.req.param('layout'), c.req.param('theme'));
    const file = build?.files.find(({ name }) => name === c.req.param('name'));
    if (!file) return c.notFound();
    // With `?late` the banner's words keep visitors waiting: what stands in the HTML has to do meanwhile.
    const isLate = c.req.header('referer')?.endsWith('?late') && /^consentry-banner.*json$/.test(file.name);
    if (isLate) await new Promise((resolve) => setTimeout(resolve, 4000));
    const type = file.name.endsWith('.json') ? 'application/json' : 'text/javascript';
    return c.body(file.content, 200, { 'content-type': `${type}; charset=utf-8` });
  });
  // A policy as strict as they get: nothing of ours needs more than these.
  site.get('/:layout/:theme/:language/:inline{(?:inline/)?}', async (c) => {
    const { layout, theme, language } = c.req.param();
    const build = await built(layout, theme);
    if (!build || !LANGUAGES.includes(language)) return c.notFound();
    const inline = c.req.param('inline') ? build.inline[language] : undefined;
    const { style = '', script = '' } = inline ?? {};
    c.header(
      'content-security-policy',
      `default-src 'none'; script-src 'self' ${script}; style-src 'self' ${style}; img-src 'self' data:; ` +
        `connect-src 'self'; frame-src http://${video}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types consentry`,
    );
    return c.html(page({ layout, theme, language, video, inline: inline?.html }));
  });

  // Another page of the gallery in a window of another size, as a phone or a zoomed browser has it.
  site.get('/window/:width/:height/*', (c) => {
    const { width, height } = c.req.param();
    const path = new URL(c.req.url).pathname.split('/').slice(4).join('/');
    return c.html(windowOf(Number(width), Number(height), `/${path}`));
  });

  const seen = [];
  // How often the third party was asked for a film by pages of this host.
  site.get('/films-asked-for', (c) =>
    c.json(seen.filter((referer) => referer === `http://${c.req.header('host')}/`).length),
  );
  const thirdParty = new Hono();
  thirdParty.get('/film.html', (c) => {
    seen.push(c.req.header('referer') ?? '');
    return c.html('<!doctype html><html lang="en"><title>Film</title><p>The film.</p></html>');
  });
  return { site, thirdParty, seen };
}
