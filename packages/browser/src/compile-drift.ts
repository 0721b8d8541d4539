import { compileHosts, type Descriptions, isEarlyVendor } from './compile.js';
import { compilePolicy } from './compile-policy.js';
import type { DriftBuild } from './drift-file.js';
import type { SiteConfig } from './site-config.js';

/** Share of page views that tell the server where the config does not say. */
const SAMPLE = 0.01;

/** What a site's pages need to find drift; nothing where its config does not ask for that. */
export function compileDrift(
  config: SiteConfig,
  descriptions: Descriptions,
): { readonly sample: number; readonly build: DriftBuild } | undefined {
  const { drift, receipts, cookie } = config;
  if (!drift) return undefined;
  const toServer = drift.report === 'server';
  return {
    // Only a local page has a console that somebody reads.
    sample: toServer ? (drift.sample ?? SAMPLE) : 0,
    build: {
      vendors: compilePolicy(config, descriptions).vendors.flatMap(({ id, hosts = [] }) =>
        hosts[0]
          ? {
              id,
              hosts: hosts.map((host) => host.replace(/\/$/, '')),
              ...(isEarlyVendor(config, id) ? { early: true as const } : {}),
            }
          : [],
      ),
      // A decision that subdomains share is of one site.
      hosts: [...compileHosts(config), ...(cookie?.domain ? [cookie.domain] : []), ...(drift.ignore ?? [])],
      ...(toServer ? { endpoint: driftEndpoint(receipts?.endpoint) } : {}),
    },
  };
}

/** The address beside the one for records; where there is none, the one that `consentry serve` has. */
export function driftEndpoint(records = '/consentry/records'): string {
  return records.replace(/records$/, 'drift');
}
