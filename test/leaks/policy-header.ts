import type { IncomingHttpHeaders } from 'node:http';
import { compilePolicy } from '@consentry/browser/compile-policy';
import { loadCatalogue } from '@consentry/cli';
import type { ConsentryConfig } from '@consentry/config';
import { createConsentPolicy } from '@consentry/gate/policy';

/** The policy an answer of this type is served with, by the headers of its request. */
export type PolicyHeader = (request: IncomingHttpHeaders, type: string) => string | undefined;

/** The header layer, as a server has it. */
export async function loadPolicyHeader(config: ConsentryConfig): Promise<PolicyHeader> {
  const policy = createConsentPolicy(compilePolicy(config, await loadCatalogue()));
  return (request, type) =>
    policy.headers(
      { get: (name) => (request[name.toLowerCase()] as string | undefined) ?? null },
      { get: (name) => (name.toLowerCase() === 'content-type' ? type : null) },
    )['content-security-policy'];
}
