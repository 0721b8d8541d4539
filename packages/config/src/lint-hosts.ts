import type { AdapterCatalogue } from './catalogue.js';
import { adapterName } from './config-parts.js';
import type { ConsentryConfig, VendorConfig } from './schema.js';

/** A host that a config names and that its gate does not know as a vendor's. */
export interface HostFinding {
  /** E.g. `vendors.matomo.options.url`. */
  readonly path: string;
  /** What is there and why it matters, in one sentence. */
  readonly says: string;
}

/**
 * Hosts that vendors' options name and that are none of the vendor's hosts: what an adapter loads from there waits, and
 * a tag for the same host that somebody has pasted into a page does not.
 */
export function lintHosts(config: ConsentryConfig, catalogue: AdapterCatalogue): HostFinding[] {
  if (config.gate?.layer === 'marked') return [];
  return Object.entries(config.vendors)
    .filter(([, { enabled, channel }]) => enabled !== false && channel !== 'email')
    .flatMap(([id, vendor]) => ofVendor(id, vendor, config, catalogue));
}

function ofVendor(
  id: string,
  vendor: VendorConfig,
  { gate }: ConsentryConfig,
  catalogue: AdapterCatalogue,
): HostFinding[] {
  const hosts = vendor.hosts ?? catalogue[adapterName(id, vendor) ?? '']?.hosts ?? [];
  // What the site has said to be nobody's is meant.
  const known = [...hosts, ...(gate?.hosts ?? [])];
  return Object.entries(vendor.options ?? {}).flatMap(([name, value]) => {
    const host = hostOf(value);
    if (!host || known.some((each) => covers(each, host))) return [];
    return [
      {
        path: `vendors.${id}.options.${name}`,
        says: `is on ${host}, which is none of the vendor's hosts, so that only what the adapter loads from there waits; name it in vendors.${id}.hosts${hosts[0] ? ` beside ${hosts.join(', ')}` : ''}`,
      },
    ];
  });
}

/** The host of an address; nothing for everything else, and for paths of the site. */
function hostOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^(https?:)?\/\//i.test(value)) return undefined;
  const address = value.replace(/^\/\//, 'https://');
  return URL.canParse(address) ? new URL(address).host : undefined;
}

/** Whether `known`, as configs write hosts (perhaps with a path or without a port), is about `host` or what it is under. */
function covers(known: string, host: string): boolean {
  const [name = ''] = known.split('/');
  return [host, host.replace(/:\d+$/, '')].some((each) => each === name || each.endsWith(`.${name}`));
}
