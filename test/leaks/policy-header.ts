import type { IncomingHttpHeaders } from 'node:http';
import { compilePolicy } from '@consentry/browser/compile-policy';
import { loadCatalogue } from '@consentry/cli';
import type { ConsentryConfig } from '@consentry/config';
import { createConsentPolicy } from '@consentry/gate/policy';

/** What a server with our middleware does about a request, by the headers of it. */
export interface PolicyHeader {
  /** The policy an answer of this type is served with. */
  policyFor(request: IncomingHttpHeaders, type: string): string | undefined;
  /** Whether it refuses this path of its own, since it leads to a vendor that is not allowed. */
  refuses(path: string, request: IncomingHttpHeaders): boolean;
}

/** The header layer, as a server has it. */
export async function loadPolicyHeader(config: ConsentryConfig): Promise<PolicyHeader> {
  const policy = createConsentPolicy(compilePolicy(config, await loadCatalogue()));
  const reader = (request: IncomingHttpHeaders) => ({
    get: (name: string) => (request[name.toLowerCase()] as string | undefined) ?? null,
  });
  return {
    policyFor: (request, type) =>
      policy.headers(reader(request), {
        get: (name) => (name.toLowerCase() === 'content-type' ? type : null),
      })['content-security-policy'],
    refuses: (path, request) => policy.withholds(path, reader(request)),
  };
}
