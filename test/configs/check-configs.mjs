// Builds random configs and runs each in a page.
import { createServer } from 'node:http';
import { buildSite, loadCatalogue } from '@consentry/cli';
import { checkConfig } from '@consentry/config';
import fc from 'fast-check';
import { randomConfigs } from './random-config.mjs';

/** As strict as policies get; a build that needs more has a fault. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types consentry";
const WITNESS = `
window.said = [];
for (const kind of ['warn', 'error']) console[kind] = (...words) => said.push(kind + ': ' + words.join(' '));
addEventListener('error', ({ message }) => said.push('error: ' + message));
addEventListener('unhandledrejection', ({ reason }) => said.push('rejection: ' + reason));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => said.push('policy: ' + violatedDirective + ' ' + blockedURI));
`;

/**
 * Checks `count` configs; `run` calls a function in a page of `site.url`. Answers what there is to say of the first that
 * is wrong, and how many there were of which kind.
 */
export async function checkConfigs({ open, count, seed, onChecked = () => {} }) {
  const catalogue = await loadCatalogue();
  const site = await startSite();
  const seen = { accepted: 0, refused: 0 };
  const details = await fc.check(
    fc.asyncProperty(randomConfigs(catalogue), async (config) => {
      const { problems } = checkConfig(config, catalogue);
      onChecked();
      if (problems) {
        seen.refused++;
        for (const { path, expected } of problems)
          if (typeof path !== 'string' || !expected) throw new Error(`A problem without words: ${path}`);
        return;
      }
      seen.accepted++;
      site.files = (await buildSite(config, catalogue)).files;
      const wrong = await visit(await open(site.url()), config);
      if (wrong) throw new Error(wrong);
    }),
    { numRuns: count, seed, endOnFailure: true },
  );
  site.close();
  return {
    ...seen,
    failure: details.failed ? `${fc.defaultReportMessage(details)}\n${details.errorInstance}` : undefined,
  };
}

/** One visitor: refuses all, and comes again. Answers what was wrong, if anything. */
async function visit({ run, reload, asked }, config) {
  const ids = [...Object.keys(config.purposes), ...Object.keys(config.vendors)];
  const first = await run(look, ids);
  // Under every other regime vendors run before a decision, and exempt ones always.
  const isQuiet =
    (config.regime?.model ?? 'opt-in') === 'opt-in' &&
    !Object.values(config.purposes).some(({ exempt }) => exempt);
  if (first.said.some(isOurs)) return `It says: ${first.said.join('\n')}`;
  if (first.asks !== first.pending)
    return `It has ${first.pending ? 'something' : 'nothing'} to ask, and asks: ${first.asks}`;
  if (isQuiet && asked.length > 0) return `Asked for before a decision: ${asked.join(', ')}`;
  const after = await run(refuse, ids);
  if (after.said.some(isOurs)) return `After a refusal it says: ${after.said.join('\n')}`;
  if (after.running.length > 0) return `Not refused after a refusal: ${after.running.join(', ')}`;
  await reload();
  const again = await run(look, ids);
  if (again.said.some(isOurs)) return `On the next page it says: ${again.said.join('\n')}`;
  if (again.asks) return 'It asks again on the next page.';
  if (isQuiet && asked.length > 0) return `Asked for after a refusal: ${asked.join(', ')}`;
  return undefined;
}

/** Not that a vendor's script did not load, from this page that lets nobody in. */
const isOurs = (line) => !/https?:\/\/(?!c\d+\.localhost)/.test(line);

/** In the page: whether it asks, and whether it has something to ask. */
async function look(ids) {
  const { consentry, said } = window;
  const shown = () =>
    (document
      .querySelector('consentry-banner')
      ?.shadowRoot?.querySelector('[part=surface]')
      ?.getBoundingClientRect().height ?? 0) > 0;
  const pending = ids.some((id) => consentry.status(id) === 'undecided');
  for (let i = 0; i < 150 && shown() !== pending; i++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return { said: said, asks: shown(), pending };
}

/** In the page: refuses everything; what is allowed or undecided all the same. */
async function refuse(ids) {
  const { consentry, said } = window;
  consentry.deny();
  const running = () =>
    ids.filter(
      (id) =>
        consentry.status(id) !== undefined &&
        (consentry.isAllowed(id) || consentry.status(id) === 'undecided'),
    );
  for (let i = 0; i < 250 && running().length > 0; i++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return { said: said, running: running() };
}

async function startSite() {
  const site = { files: [], visitors: 0 };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (type, body) => {
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-store',
        'content-security-policy': POLICY,
      });
      response.end(body);
    };
    // Records and reports, with nobody there who takes them now.
    if (request.method === 'POST') {
      response.writeHead(503, { 'retry-after': '60' });
      response.end();
      return;
    }
    const ours = site.files.find(({ name }) => `/${name}` === pathname);
    if (ours) send(ours.name.endsWith('.json') ? 'application/json' : 'text/javascript', ours.content);
    // A vendor's script from a path of the site.
    else if (pathname !== '/witness.js' && request.headers['sec-fetch-dest'] === 'script')
      send('text/javascript', '');
    else if (pathname === '/witness.js') send('text/javascript', WITNESS);
    else
      send(
        'text/html',
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><script src="/witness.js"></script><script src="/consentry.js"></script></head><body><h1>Page</h1></body></html>',
      );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return Object.assign(site, {
    /** A host for each config: cookies of one are none of the next. */
    url: () => `http://c${site.visitors++}.localhost:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}
