import type { AdapterCatalogue, AdapterEntry } from '@consentry/config';
import type { FoundTag, ReadPage } from './read-tags.js';

/** A vendor that a page belongs to. */
export interface FoundVendor {
  /** The adapter's id. */
  readonly adapter: string;
  /** Its required options, where the page says all of them. */
  readonly options?: Readonly<Record<string, string>>;
  /** A script of the pages loads it, and not only a frame or an image of theirs. */
  readonly inScript?: true;
}

/** What a page asks of others. */
export interface FoundVendors {
  readonly vendors: readonly FoundVendor[];
  /** Hosts that no adapter knows. */
  readonly unknownHosts: readonly string[];
}

/** Where vendors' own snippets have what their adapters must be told. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  'google-analytics': { measurementId: /\b(G-[A-Z0-9]{4,})\b/ },
  'google-ads': { conversionId: /\b(AW-\d+)\b/ },
  'google-adsense': { client: /\b(ca-pub-\d+)\b/ },
  'google-floodlight': { advertiserId: /\b(DC-\d+)\b/ },
  'google-tag-manager': { containerId: /\b(GTM-[A-Z0-9]+)\b/ },
  hotjar: { siteId: /hjid\s*[:=]\s*["']?(\d+)/ },
  hubspot: { hubId: /hs-scripts\.com\/(\d+)\.js/ },
  'linkedin-insight': { partnerId: /_linkedin_partner_id\s*=\s*["'](\d+)["']/ },
  'meta-pixel': { pixelId: /fbq\(\s*["']init["']\s*,\s*["'](\d+)["']/ },
  'microsoft-clarity': {
    projectId: /clarity\.ms\/tag\/([a-z0-9]+)|["']script["']\s*,\s*["']([a-z0-9]+)["']/,
  },
  posthog: { apiKey: /\b(phc_[A-Za-z0-9]+)\b/ },
  'tiktok-pixel': { pixelId: /ttq\.load\(\s*["']([A-Z0-9]+)["']/ },
  'x-pixel': { pixelId: /twq\(\s*["']config["']\s*,\s*["']([a-z0-9]+)["']/ },
};

/** Finds out whose the tags of pages are, by the hosts that adapters know. */
export function findVendors(
  pages: readonly ReadPage[],
  catalogue: AdapterCatalogue,
  ownHosts: readonly string[] = [],
): FoundVendors {
  const tags = pages.flatMap((page) => page.tags);
  const everything = tags.map(({ text, urls }) => `${urls.join(' ')} ${text}`).join('\n');
  const found = new Map<string, FoundTag[]>();
  const unknown = new Set<string>();
  for (const tag of tags)
    for (const url of tag.urls) {
      if (url.hostname === 'page.invalid' || ownHosts.includes(url.hostname)) continue;
      const owners = ownersOf(url, catalogue);
      for (const owner of owners) found.set(owner, [...(found.get(owner) ?? []), tag]);
      // What a script only names may be anything; what an element loads is a request.
      if (owners.length === 0 && !tag.text) unknown.add(url.hostname);
    }
  return {
    vendors: [...found.keys()]
      // Google's products share hosts: only those whose id is there.
      .filter(
        (adapter) => !sharesHosts(adapter, found, catalogue) || optionsOf(adapter, everything, catalogue),
      )
      .sort()
      .map((adapter) => {
        const options = optionsOf(adapter, everything, catalogue);
        return {
          adapter,
          ...(options && Object.keys(options).length > 0 ? { options } : {}),
          ...(found.get(adapter)?.some(({ element }) => element === 'script') ? { inScript: true } : {}),
        };
      }),
    unknownHosts: [...unknown].sort(),
  };
}

function ownersOf(url: URL, catalogue: AdapterCatalogue): string[] {
  return Object.entries(catalogue)
    .filter(([, { hosts }]) => hosts.some((host) => isOf(url, host)))
    .map(([adapter]) => adapter);
}

/** A host stands for its subdomains, and one with a path for what begins with it. */
function isOf(url: URL, declared: string): boolean {
  const [host = '', ...path] = declared.split('/');
  const isHost = url.hostname === host || url.hostname.endsWith(`.${host}`);
  return isHost && url.pathname.startsWith(path.length > 0 ? `/${path.join('/')}` : '/');
}

function sharesHosts(
  adapter: string,
  found: ReadonlyMap<string, FoundTag[]>,
  catalogue: AdapterCatalogue,
): boolean {
  const hosts = new Set((catalogue[adapter] as AdapterEntry).hosts);
  return [...found.keys()].some(
    (other) => other !== adapter && catalogue[other]?.hosts.some((host) => hosts.has(host)),
  );
}

/** The required options, where all of them are in the pages; none are needed where none are required. */
function optionsOf(
  adapter: string,
  text: string,
  catalogue: AdapterCatalogue,
): Readonly<Record<string, string>> | undefined {
  const { required = [], properties } = (catalogue[adapter] as AdapterEntry).options;
  const options: Record<string, string> = {};
  for (const name of required) {
    const [, one, other] = OPTIONS[adapter]?.[name]?.exec(text) ?? [];
    const value = one ?? other;
    if (value === undefined) return undefined;
    if (!new RegExp(String(properties[name]?.pattern ?? '')).test(value)) return undefined;
    options[name] = value;
  }
  return options;
}
