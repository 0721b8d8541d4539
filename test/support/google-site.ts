import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSite, loadCatalogue } from '@consentry/cli';
import { MODES, recordGoogle, SITES } from './google-stories.js';

/** The sites of google-stories.js, built and served. */
export interface GoogleSite {
  /** Address of a site's page under a host of its own, so that no visitor is known from another story. */
  url(host: string, site: string, beforeGrant: string): string;
  close(): void;
}

/** Builds and starts them on a free port. */
export async function startGoogleSite(): Promise<GoogleSite> {
  const files = new Map([
    ['/google/gtag.js', ''],
    ['/google/gtm.js', ''],
  ]);
  const catalogue = await loadCatalogue();
  for (const [name, siteWith] of Object.entries(SITES)) {
    for (const beforeGrant of MODES) {
      const built = await buildSite(siteWith(beforeGrant), catalogue);
      for (const { name: file, content } of built.files)
        files.set(`/${name}/${beforeGrant}/${file}`, content);
      files.set(`/${name}/${beforeGrant}/`, PAGE);
    }
  }
  const server = createServer(({ url = '' }, response) => {
    const content = files.get(new URL(url, 'http://localhost').pathname);
    if (content === undefined) return response.writeHead(404).end();
    const type = content === PAGE ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
    return response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (host, site, beforeGrant) => `http://${host}.localhost:${port}/${site}/${beforeGrant}/`,
    close: () => server.close(),
  };
}

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
<script>window.recorder = (${recordGoogle})();</script>
<script src="consentry.js"></script>
</head><body><p>Text of the page.</p></body></html>`;
