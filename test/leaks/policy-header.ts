import type { ConsentryConfig } from '@consentry/config';

/** The policy a page is served with, by the cookies its request came with. */
export type PolicyHeader = (cookieHeader: string | undefined) => string | undefined;

/** What `@consentry/gate/policy` is asked for. */
interface PolicyModule {
  policyHeaderFor(config: ConsentryConfig, cookieHeader: string | undefined): string | undefined;
}

/** The header layer of this build, or nothing where it has none: then the layer is not measured. */
export async function loadPolicyHeader(config: ConsentryConfig): Promise<PolicyHeader | undefined> {
  const name = '@consentry/gate/policy';
  try {
    const { policyHeaderFor } = (await import(name)) as PolicyModule;
    return (cookieHeader) => policyHeaderFor(config, cookieHeader);
  } catch {
    // The build has no such entry.
    return undefined;
  }
}
