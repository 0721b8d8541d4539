import { type BuiltFile, buildSite, loadCatalogue } from '@consentry/cli';
import type { ConsentryConfig } from '@consentry/config';
import type { LayerName } from './layers.js';

/** The files of the site's script, for each way of guarding. */
export type SiteFiles = ReadonlyMap<string, readonly BuiltFile[]>;

/** Names that look like the vendor's and are not; the site needs them. */
const LOOK_ALIKES = [
  'vendor.localhost.other.localhost',
  'notvendor.localhost',
  'vendor-localhost.localhost',
  'shared.localhost/others',
  'shared.localhost/acmes',
];

/** What the site of the cases declares, wherever its pages are served. */
export function siteConfig(layer: LayerName, port: number): ConsentryConfig {
  const stored = (['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage'] as const).flatMap(
    (kind) => [
      { kind, name: '_acme', life: 'P1Y' },
      { kind, name: '_acme_*', life: 'P1Y' },
    ],
  );
  return {
    site: 'leaks',
    languages: ['en'],
    // The header is the site's own; in the page the script works as it does by default.
    gate: {
      layer: layer === 'strict' ? 'strict' : 'page',
      hosts: ['neutral.localhost', 'marked.localhost', 'xn--gre-6ka8i.localhost', ...LOOK_ALIKES],
    },
    purposes: {
      marketing: { label: 'Marketing' },
      media: { label: 'Media' },
      working: { label: 'Working', exempt: true },
    },
    vendors: {
      acme: {
        adapter: false,
        name: 'Acme',
        purposes: ['marketing'],
        provider: 'Acme',
        information: 'Pages viewed',
        usedFor: 'Advertising',
        hosts: [
          'vendor.localhost',
          'xn--bcher-kva.localhost',
          'shared.localhost/acme',
          `ported.localhost:${port}`,
          '/proxy/acme',
        ],
        storage: stored,
      },
    },
  };
}

/** Builds the script of each layer. */
export async function buildSiteFiles(layers: readonly LayerName[], port: number): Promise<SiteFiles> {
  const catalogue = await loadCatalogue();
  const files = new Map<string, readonly BuiltFile[]>();
  for (const layer of layers) files.set(layer, (await buildSite(siteConfig(layer, port), catalogue)).files);
  return files;
}
