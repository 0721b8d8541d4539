import { allowListPolicy } from './allow-list-policy.js';
import { needsPolicy } from './page-response.js';
import { parsePolicySite } from './policy-site.js';
import { createVisitorState, type HeaderReader } from './visitor-state.js';
import { isWithheldPath } from './withheld-path.js';

/** Options of {@link createConsentPolicy}. */
export interface ConsentPolicyOptions {
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** Headers to be set, by name in lower case. */
export type PolicyHeaders = Readonly<Record<string, string>>;

/** Answers for every request what its response has to carry. Holds nothing between requests. */
export interface ConsentPolicy {
  /**
   * The headers to set on a response, what it has of the same name worked in: the policy as long as something
   * is withheld from this visitor, and that the response is this visitor's alone. Nothing for what becomes
   * neither a page nor a worker.
   */
  headers(request: HeaderReader, response: HeaderReader): PolicyHeaders;
  /** Whether a path of this site leads to a vendor that is withheld from this visitor; answer it with a 403. */
  withholds(path: string, request: HeaderReader): boolean;
}

/**
 * That a response was made for one visitor at one moment. Together: `no-cache` alone does not keep the back
 * button from showing a page as it was before a withdrawal, a cookie that differs by `vary` does; and shared
 * caches that do not know `vary` know `private`.
 */
export const UNSHARED: PolicyHeaders = { vary: 'Cookie, Sec-GPC', 'cache-control': 'private, no-cache' };

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
  const stateOf = (request: HeaderReader) => createVisitorState(known, request, now);

  /** The policy for a visitor; nothing when everything is allowed. */
  const policyFor = (request: HeaderReader): PolicyHeaders => {
    const { $consent, isAllowed } = stateOf(request);
    // Purposes too: what belongs to one without being a vendor's is not known by its host.
    if (Object.values($consent.get().entries).every(({ allowed }) => allowed)) return {};
    const hosts = vendors.flatMap(({ id, hosts: own = [] }) => (isAllowed(id) ? own : []));
    return {
      'content-security-policy': allowListPolicy([...neutral, ...hosts]),
      // Looking up a name tells whoever answers for it; no policy covers that.
      'x-dns-prefetch-control': 'off',
    };
  };

  return {
    headers(request, response) {
      if (neverWithholds || !needsPolicy(request, response)) return {};
      return Object.fromEntries(
        Object.entries({ ...policyFor(request), ...UNSHARED }).map(([name, value]) => [
          name,
          withPresent(name, response.get(name), value),
        ]),
      );
    },
    withholds: (path, request) => isWithheldPath(known, path, stateOf(request).isAllowed),
  };
}

/** What to set where the response has a header of this name already. */
function withPresent(name: string, present: string | null | undefined, value: string): string {
  if (!present) return value;
  if (name === 'cache-control') return /no-store/i.test(present) ? present : value;
  // Of several policies between commas, a browser lets through what all of them do.
  return name === 'x-dns-prefetch-control' ? value : `${present}, ${value}`;
}
