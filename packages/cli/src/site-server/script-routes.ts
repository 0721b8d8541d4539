import type { Hono } from 'hono';
import type { LiveBuild } from './live-build.js';
import { type PlaceHeaders, visitorPlace, withPlace } from './visitor-place.js';

/**
 * Serves a site's files. With `placeHeaders` and rules by place, the script itself is told where its visitor is, and
 * `/consentry/place` answers pages that come from elsewhere.
 */
export function addScriptRoutes(app: Hono, live: LiveBuild, placeHeaders?: PlaceHeaders): void {
  const vary = Object.values(placeHeaders ?? {}).join(', ');
  app.get('/:name{consentry(?:\\.js|-[\\w.-]+\\.js(?:on)?)}', async (c) => {
    const { build, config } = await live.current();
    const found = build.files.find(({ name }) => name === c.req.param('name'));
    const hashed = /\.[\w-]{5,12}\.js(on)?$/.test(found?.name ?? '');
    const isData = found?.name.endsWith('.json');
    // Of the data, what pages fetch by its hash.
    if (!found || (isData && !hashed)) return c.notFound();
    const byPlace = placeHeaders && config.regime?.byPlace && found.name === 'consentry.js';
    const place = byPlace && visitorPlace(c.req.raw, placeHeaders);
    return c.body(place ? withPlace(found.content, place) : found.content, 200, {
      'content-type': `${isData ? 'application/json' : 'text/javascript'}; charset=utf-8`,
      // The entry is looked at on every page view: a change of the config must reach the next one. A place is one visitor's.
      'cache-control': hashed
        ? 'public, max-age=31536000, immutable'
        : byPlace
          ? 'private, no-cache'
          : 'no-cache',
      ...(byPlace ? { vary } : {}),
      etag: `"${found.integrity}${place ? `-${place}` : ''}"`,
      // Pages of other origins load it with integrity, which needs CORS.
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
  });
  if (placeHeaders)
    app.get('/consentry/place', (c) =>
      c.json({ place: visitorPlace(c.req.raw, placeHeaders) ?? null }, 200, {
        'cache-control': 'no-store',
        vary,
        'x-content-type-options': 'nosniff',
      }),
    );
}
