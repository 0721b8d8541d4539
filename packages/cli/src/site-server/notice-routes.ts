import { Hono } from 'hono';
import type { NoticeFile } from '../notice/notice-files.js';

/** The pages need their style sheet and nothing else; nobody may frame them. */
const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves a site's notice under `/consentry/notice/`, as `current` has it at that moment. */
export function noticeRoutes(current: () => Promise<readonly NoticeFile[]>): Hono {
  const app = new Hono();
  // The first page is the one that tells most, in the main language.
  app.get('/consentry/notice/', async (c) => {
    const [first] = await current();
    return first ? c.redirect(`/consentry/notice/${first.name}`) : c.notFound();
  });
  app.get('/consentry/notice', (c) => c.redirect('/consentry/notice/'));
  app.get('/consentry/notice/:name', async (c) => {
    const found = (await current()).find(({ name }) => name === c.req.param('name'));
    if (!found) return c.notFound();
    const type = found.name.endsWith('.css') ? 'text/css' : 'text/html';
    return c.body(found.content, 200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });
  return app;
}
