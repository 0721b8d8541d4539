import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { googleConsent } from '@consentry/adapters/google-consent';
import { buildSite, loadCatalogue } from '@consentry/cli';
import type { ConsentryConfig } from '@consentry/config';
import { readTemplate } from './tag-manager-template.js';

/** Pages on which Google hears of consent from one side, from two, or through Tag Manager. */
export interface GoogleCheckSite {
  /** Address of a page, under a host of its own, so that no visitor is known from another test. */
  url(host: string, page: 'right' | 'second' | 'template'): string;
  close(): void;
}

const COMMON = {
  site: 'shop',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' }, marketing: { label: 'Advertising' } },
};
const CHECKED: ConsentryConfig = {
  ...COMMON,
  google: { selfCheck: true },
  vendors: { 'google-analytics': { options: { measurementId: 'G-TEST1', src: '/gtag.js' } } },
};
const BY_TEMPLATE: ConsentryConfig = {
  ...COMMON,
  google: { toldBy: 'tag-manager' },
  vendors: {},
};

/** Builds and starts it on a free port. */
export async function startGoogleCheckSite(): Promise<GoogleCheckSite> {
  const catalogue = await loadCatalogue();
  const files = new Map([
    ['/gtag.js', ''],
    ['/gtm.js', container()],
    ['/right/', html('<script src="consentry.js"></script>')],
    ['/second/', html(`${SECOND}<script src="consentry.js"></script>`)],
    ['/template/', html('<script src="/gtm.js"></script>')],
  ]);
  for (const [folder, config] of [
    ['right', CHECKED],
    ['second', CHECKED],
    ['template', BY_TEMPLATE],
  ] as const) {
    for (const { name, content } of (await buildSite(config, catalogue)).files)
      files.set(`/${folder}/${name}`, content);
  }
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const content = files.get(pathname);
    if (content === undefined) return response.writeHead(404).end();
    const type = pathname.endsWith('/') ? 'text/html' : 'text/javascript';
    return response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (host, page) => `http://${host}.localhost:${port}/${page}/`,
    close: () => server.close(),
  };
}

const html = (head: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${head}
</head><body><p>Text of the page.</p></body></html>`;

/** What a plug-in of the page says by itself, before Consentry and when a visitor clicks something of its own. */
const SECOND = `<script>
window.dataLayer = window.dataLayer || [];
function gtag() { dataLayer.push(arguments); }
gtag('consent', 'default', { ad_storage: 'granted', analytics_storage: 'granted' });
window.otherBanner = () => gtag('consent', 'update', { ad_storage: 'granted' });
</script>`;

/**
 * A container with a tag of our template, filled in as the form is at first. Its APIs do what Google's do, without
 * permissions: those are looked at by the contract tests. `told` is what Google would know.
 */
function container(): string {
  const { code, fields } = readTemplate(readFileSync('packages/adapters/gtm-template/template.tpl', 'utf8'));
  const data = Object.fromEntries(fields.map(({ name, defaultValue }) => [name, defaultValue]));
  const apis = `{
    callInWindow: (path, ...args) => at(path)?.(...args),
    copyFromWindow: at,
    createQueue: (name) => (value) => void (window[name] ||= []).push(value),
    getType: (value) => typeof value,
    gtagSet: (value) => void told.push(['set', value]),
    injectScript(url, done) {
      const script = document.createElement('script');
      Object.assign(script, { src: url, async: true, onload: done });
      document.head.append(script);
    },
    makeInteger: parseInt,
    queryPermission: () => true,
    setDefaultConsentState: (state) => void told.push(['default', state]),
    updateConsentState: (state) => void told.push(['update', state]),
  }`;
  return `(() => {
  const told = (window.told = []);
  const at = (path) => path.split('.').reduce((value, name) => value?.[name], window);
  const apis = ${apis};
  const data = { ...${JSON.stringify(data)}, scriptUrl: new URL('consentry.js', location).href, gtmOnSuccess() {}, gtmOnFailure() {} };
  const run = (require, data) => {\n${code}\n};
  run((name) => apis[name], data);
})();`;
}

/** Every signal of Google, by name. */
export const ALL_SIGNALS: readonly string[] = Object.keys(googleConsent().signals);
