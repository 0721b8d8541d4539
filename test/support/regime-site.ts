import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSite, inlineBanners, loadCatalogue } from '@consentry/cli';
import { type ConsentryConfig, parseConfig } from '@consentry/config';

/** What a page of the site is served with. */
export interface PageSettings {
  /** Content of the element in its head. */
  readonly meta?: string;
  /** What its own header says. */
  readonly header?: string;
  /** What our script's element says. */
  readonly script?: string;
  readonly language?: string;
  /** The banner stands in its HTML, where the rules are the same everywhere. */
  readonly inline?: 'yes';
}

/** A site whose rules differ by place, on a port of its own. */
export interface RegimeSite {
  url(settings: PageSettings): string;
  /** The country that the server answers pages with. */
  place: string;
  /** How often it was asked. */
  asked: number;
  /** What takes a decision is on its way, and does not arrive. */
  isSlow: boolean;
  /** How often that was asked for. */
  held: number;
  /** What takes a decision is not to be had. */
  isBroken: boolean;
  /** Milliseconds that it takes to answer with a page. */
  pageTakesMs: number;
  /** What releases arrives after this. */
  releasesAfter: Promise<unknown>;
  close(): void;
}

const told = (name: string) => ({
  adapter: false,
  purposes: ['analytics'],
  name,
  provider: `${name} Ltd`,
  information: { en: 'Pages viewed', ja: '閲覧したページ' },
  usedFor: { en: 'Counting visits', ja: '訪問の集計' },
});
const CONFIG = {
  site: 'regimes',
  languages: ['en', 'ja'],
  regime: { byPlace: true, placeUrl: '/consentry/place' },
  purposes: {
    analytics: {
      label: { en: 'Measuring visits', ja: '訪問の測定' },
      phrase: { en: 'measure visits with {vendors}', ja: '訪問の測定のために{vendors}を利用し' },
    },
  },
  vendors: {
    acme: told('Acme'),
    // Japan's APPI, Art. 28: consent before the data goes abroad.
    abroad: { ...told('Abroad'), country: 'US', transfer: { basis: 'consent' } },
  },
};

/** Starts it with changes to its config. */
export async function startRegimeSite(changes: object = {}): Promise<RegimeSite> {
  const catalogue = await loadCatalogue();
  const { config, problems } = parseConfig(JSON.stringify({ ...CONFIG, ...changes }), catalogue);
  if (!config) throw new Error(JSON.stringify(problems));
  const { files } = await buildSite(config as ConsentryConfig, catalogue);
  const inline = config.regime?.byPlace ? {} : await inlineBanners(config as ConsentryConfig, catalogue);
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const found = files.find(({ name }) => `/${name}` === pathname);
    const send = (type: string, body: string, headers: Record<string, string> = {}) => {
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-store',
        ...headers,
      });
      response.end(body);
    };
    if (pathname.startsWith('/consentry-decide.')) {
      if (site.isSlow) {
        site.held += 1;
        return;
      }
      if (site.isBroken) return response.writeHead(503).end();
    }
    if (pathname.startsWith('/consentry-release.')) await site.releasesAfter;
    if (found)
      return send(found.name.endsWith('.json') ? 'application/json' : 'text/javascript', found.content);
    if (pathname === '/consentry/place') {
      site.asked += 1;
      return send('application/json', JSON.stringify({ place: site.place || null }));
    }
    const header = searchParams.get('header');
    await new Promise((resolve) => setTimeout(resolve, site.pageTakesMs));
    send(
      'text/html',
      page(searchParams, inline),
      header === null ? {} : { 'server-timing': `db;dur=5, consentry-place;desc="${header}"` },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const site: RegimeSite = {
    place: '',
    asked: 0,
    isSlow: false,
    held: 0,
    isBroken: false,
    pageTakesMs: 0,
    releasesAfter: Promise.resolve(),
    url: (settings) => `http://localhost:${port}/?${new URLSearchParams(settings as Record<string, string>)}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return site;
}

const ESCAPES: Record<string, string> = { '<': '&lt;', '"': '&quot;', '&': '&amp;' };
const escaped = (text: string) => text.replace(/[<"&]/g, (character) => ESCAPES[character] as string);

function page(settings: URLSearchParams, inline: Awaited<ReturnType<typeof inlineBanners>>): string {
  const language = settings.get('language') ?? 'en';
  const meta = settings.get('meta');
  const script = settings.get('script');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Regimes</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
${meta === null ? '' : `<meta name="consentry-place" content="${escaped(meta)}">`}
<script src="/consentry.js"${script === null ? '' : ` data-place="${escaped(script)}"`}></script></head><body>${settings.get('inline') ? inline[language]?.html : ''}<main><h1>A page</h1></main>
<script type="text/plain" data-consentry="acme">(window.ran ||= []).push('acme')</script>
<script type="text/plain" data-consentry="abroad">(window.ran ||= []).push('abroad')</script></body></html>`;
}
