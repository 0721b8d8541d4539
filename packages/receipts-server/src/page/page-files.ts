import { readFile } from 'node:fs/promises';
import { HttpProblem } from '../http-problem.js';
import { INSIGHTS_STYLE } from './insights-style.js';
import { pageHtml } from './page-html.js';
import { PAGE_STYLE } from './page-style.js';

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'cache-control': 'no-cache',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * A file of the pages for the owner: three for each, and for the one that lists receipts the module that verifies, which
 * is the receipts package itself. The pages hold no data: that comes from the API, to whoever has a token.
 */
export async function readPageFile(name: string, base: string): Promise<Response> {
  switch (name) {
    case 'page.html':
      return answer(pageHtml(base, 'page'), 'text/html; charset=utf-8');
    case 'insights.html':
      return answer(pageHtml(base, 'insights'), 'text/html; charset=utf-8');
    case 'insights.css':
      return answer(PAGE_STYLE + INSIGHTS_STYLE, 'text/css; charset=utf-8');
    case 'insights.js':
      return answer(await readPageScript('insights-page.js'), SCRIPT);
    case 'page.css':
      return answer(PAGE_STYLE, 'text/css; charset=utf-8');
    case 'page.js':
      return answer(await readPageScript('receipts-page.js'), SCRIPT);
    case 'verify.js':
      return answer(await readFile(new URL(import.meta.resolve('@consentry/receipts')), 'utf8'), SCRIPT);
    default:
      throw new HttpProblem(404, 'not-found', 'There is nothing at this address.');
  }
}

const SCRIPT = 'text/javascript; charset=utf-8';

async function readPageScript(name: string): Promise<string> {
  try {
    return await readFile(new URL(`./${name}`, import.meta.url), 'utf8');
  } catch {
    // Running from the sources, which a browser cannot: what was built last.
    return readFile(new URL(`../../dist/${name}`, import.meta.url), 'utf8');
  }
}

function answer(body: string, type: string): Response {
  return new Response(body, { headers: { ...HEADERS, 'content-type': type } });
}
