import { compilePolicy } from '@consentry/browser/compile-policy';
import { loadCatalogue } from '@consentry/cli';
import type { ConsentryConfig } from '@consentry/config';
import { createConsentPolicy } from '@consentry/gate/policy';

/** The policy a page is served with, by the cookies its request came with. */
export type PolicyHeader = (cookieHeader: string | undefined) => string | undefined;

/** The header layer, as a server has it. */
export async function loadPolicyHeader(config: ConsentryConfig): Promise<PolicyHeader> {
  const policy = createConsentPolicy(compilePolicy(config, await loadCatalogue()));
  return (cookieHeader) =>
    policy.headers(
      { get: (name) => (name.toLowerCase() === 'cookie' ? (cookieHeader ?? null) : null) },
      { get: () => null },
    )['content-security-policy'];
}
