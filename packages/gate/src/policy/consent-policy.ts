import { allowListPolicy } from './allow-list-policy.js';
import { needsPolicy } from './page-response.js';
import { parsePolicySite } from './policy-site.js';
import { createVisitorState, type PolicyRequest } from './visitor-state.js';
import { isWithheldPath } from './withheld-path.js';

/** Options of {@link createConsentPolicy}. */
export interface ConsentPolicyOptions {
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** The headers of one response, by name in lower case. Those of {@link APPENDED} join what the response has. */
export type PolicyHeaders = Readonly<Record<string, string>>;

/** Answers for every request what its response has to carry. Holds nothing between requests. */
export interface ConsentPolicy {
  /**
   * The headers of a response: the policy as long as something is withheld from this visitor, and that the
   * response is this visitor's alone. Nothing for what becomes neither a page nor a worker.
   */
  headers(request: PolicyRequest, contentType?: string | null): PolicyHeaders;
  /** Whether a path of this site leads to a vendor that is withheld from this visitor; answer it with a 403. */
  withholds(path: string, request: PolicyRequest): boolean;
}

/** Headers that are added to those of the same name; the others replace them. */
export const APPENDED: ReadonlySet<string> = new Set(['content-security-policy', 'vary']);

/**
 * That a response was made for one visitor at one moment. Also where the site says otherwise: a page that was
 * stored before a withdrawal would be shown without the policy by the back button, and Chromium keeps the
 * stored policy when a page is merely confirmed (304).
 */
export const UNSHARED: PolicyHeaders = { vary: 'Cookie, Sec-GPC', 'cache-control': 'private, no-store' };

/**
 * The allow-list policy as a response header, worked out from the consent cookie. `site` is the content of
 * `consentry-policy.json`, checked here: throws a `ConsentryError` when it is not usable. After that nothing
 * throws, and a cookie that cannot be read leaves everything withheld.
 */
export function createConsentPolicy(
  site: unknown,
  { now = Date.now }: ConsentPolicyOptions = {},
): ConsentPolicy {
  const known = parsePolicySite(site);
  const { hosts: neutral = [], purposes, vendors } = known;
  const neverWithholds = purposes.every(({ exempt }) => exempt);
  const stateOf = (request: PolicyRequest) => createVisitorState(known, request, now);
  return {
    headers(request, contentType) {
      if (neverWithholds || !needsPolicy(request, contentType)) return {};
      const { $consent, isAllowed } = stateOf(request);
      // Purposes too: what belongs to one without being a vendor's is not known by its host.
      if (Object.values($consent.get().entries).every(({ allowed }) => allowed)) return UNSHARED;
      const hosts = vendors.flatMap(({ id, hosts: own = [] }) => (isAllowed(id) ? own : []));
      return {
        'content-security-policy': allowListPolicy([...neutral, ...hosts]),
        // Looking up a name tells whoever answers for it; no policy covers that.
        'x-dns-prefetch-control': 'off',
        ...UNSHARED,
      };
    },
    withholds: (path, request) => isWithheldPath(known, path, stateOf(request).isAllowed),
  };
}
