import type { LeakCase } from './leak-case.js';
import { fillIn, type Visit } from './visit.js';

/** Holds back the browser's look-ahead until our script has run; it forbids nothing. */
const FENCE = '<meta http-equiv="Content-Security-Policy" content="object-src *">';

/** Forbids every third party, and what no fetch directive covers by a sandbox. */
const BLOCK_EVERYTHING =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; form-action 'self'; base-uri 'self'; sandbox allow-scripts allow-same-origin";
/** An origin of its own has no storage. */
const BLOCK_STORAGE = 'sandbox allow-scripts';

/** The page of a visit. `idle` leaves out the case: a page on which only what was stored before is there. */
export function pageUnderTest(visit: Visit, port: number, idle: boolean): string {
  const { leakCase, layer } = visit;
  const marked = layer !== 'without' && layer !== 'blocked' && visit.party === 'vendor';
  const text = (html = '') => fillIn(marked ? html : unmarked(html), visit, port);
  const guarded =
    layer === 'without' || layer === 'blocked' ? '' : `${FENCE}<script src="/consentry.js"></script>`;
  const parts: Pick<LeakCase, 'head' | 'body'> = idle ? {} : leakCase;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Case</title><link rel="icon" href="data:,">${guarded}
<script>
var MARKED = ${marked};
${HELPERS}
var technique = async () => {
${fillIn(leakCase.script ?? '', visit, port)}
};
</script>
${text(parts.head)}
</head><body>
<p>Text of the page.</p>
${text(parts.body)}
<script>if (${!idle && leakCase.script !== undefined}) window.underWay = technique().catch((error) => { window.failure = String(error); });</script>
</body></html>`;
}

/** The policy header of the second control; `undefined` where nothing is blocked. */
export function blockingPolicy({ layer, leakCase }: Visit): string | undefined {
  if (layer !== 'blocked') return undefined;
  return leakCase.blockedBy ?? (leakCase.leak === 'stored' ? BLOCK_STORAGE : BLOCK_EVERYTHING);
}

/** What scripts of marked cases write by; the same names do nothing special where nothing is marked. */
const HELPERS = `
var mark = (element, ids = 'acme') => {
  if (!MARKED) return element;
  element.setAttribute('data-consentry', ids);
  if (element.localName === 'script') {
    if (element.type) element.setAttribute('data-consentry-type', element.type);
    element.setAttribute('type', 'text/plain');
  }
  return element;
};
var give = (element, name, value) => element.setAttribute(MARKED && element.localName !== 'script' ? 'data-consentry-' + name : name, value);
`;

/** The same HTML as a site without a consent manager writes it. */
function unmarked(html: string): string {
  return html
    .replace(/ type="text\/plain"/g, '')
    .replace(/ data-consentry-type=/g, ' type=')
    .replace(/ data-consentry-([a-z]+)=/g, ' $1=')
    .replace(/ data-consentry="[^"]*"/g, '');
}
