import type { HeaderReader } from './visitor-state.js';

/**
 * What browsers ask for that becomes neither a page nor a worker. A service worker does, but its policy stays
 * what it was at its installation, whatever the visitor decides later, so it gets none.
 * https://fetch.spec.whatwg.org/#concept-request-destination
 */
const PARTS = new Set([
  'audio',
  'audioworklet',
  'font',
  'image',
  'json',
  'manifest',
  'paintworklet',
  'report',
  'script',
  'serviceworker',
  'style',
  'track',
  'video',
  'webidentity',
  'xslt',
]);

const destination = (request: HeaderReader) =>
  request.get('service-worker') ? 'serviceworker' : (request.get('sec-fetch-dest') ?? '');

/** Whether an answer may become a page. A request that does not say what it is for may be for one. */
export function mayBecomePage(request: HeaderReader): boolean {
  return !PARTS.has(destination(request));
}

/**
 * Whether an answer needs the policy: pages, and workers, which have a policy of their own. By its type, since
 * a page that was fetched (prefetched, say) can be shown later out of the browser's cache.
 */
export function needsPolicy(request: HeaderReader, response: HeaderReader): boolean {
  if (!mayBecomePage(request)) return false;
  const contentType = response.get('content-type');
  // No type: a browser guesses, and may guess HTML.
  return /worker$/.test(destination(request)) || !contentType || /html|xml|pdf/i.test(contentType);
}
