import type { PolicySite } from '@consentry/gate/policy';
import { adapterOf, compileDefinition, type Descriptions, enabledVendors } from './compile.js';
import type { SiteConfig, SiteVendor } from './site-config.js';

/**
 * What a server needs of a config to answer with the policy header: who decides on what, and what belongs to
 * each vendor. A vendor that its adapter's `beforeGrant` lets run before a grant is reached by everybody.
 */
export function compilePolicy(config: SiteConfig, descriptions: Descriptions): PolicySite {
  const { purposes, vendors, ...rules } = compileDefinition(config, descriptions);
  const entries = Object.fromEntries(enabledVendors(config));
  const hostsOf = (id: string) => vendorHosts(id, entries[id] as SiteVendor, descriptions);
  const early = vendors.filter(({ id }) => (entries[id]?.options?.beforeGrant ?? 'nothing') !== 'nothing');
  const hosts = unique([
    ...(config.gate?.hosts ?? []),
    // Where the page's own records of decisions go; nothing else on this list is ours.
    ...hostOf(config.receipts?.endpoint ?? ''),
    ...early.flatMap(({ id }) => hostsOf(id)),
  ]);
  return {
    purposes: purposes.map(({ key, ...purpose }) => purpose),
    vendors: vendors.map(({ key, ...vendor }) => ({ ...vendor, hosts: hostsOf(vendor.id) })),
    hosts,
    ...rules,
  };
}

/** The config's list or the adapter's, and the addresses among the options: what the adapter itself loads. */
function vendorHosts(id: string, vendor: SiteVendor, descriptions: Descriptions): string[] {
  const known = vendor.hosts ?? descriptions[adapterOf(id, vendor) ?? '']?.hosts ?? [];
  const addresses = Object.values(vendor.options ?? {}).flatMap((value) => {
    if (typeof value !== 'string') return [];
    return /^\/[^/]/.test(value) ? [new URL(value, 'http://localhost').pathname] : hostOf(value);
  });
  return unique([...known, ...addresses]);
}

/** The host of a whole address; nothing for other texts. */
function hostOf(address: string): string[] {
  return /^https?:\/\//.test(address) && URL.canParse(address) ? [new URL(address).host] : [];
}

function unique(hosts: readonly string[]): string[] {
  return [...new Set(hosts)];
}
