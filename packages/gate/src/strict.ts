import type { ConsentState } from '@consentry/core';
import type { GuardedVendor } from './guard/ownership.js';
import { allowListPolicy } from './policy/allow-list-policy.js';
import { reloadPage } from './reload-page.js';
import { reloadEmptyFrames } from './restored-frames.js';

/** Options of {@link withholdStrictly}. */
export interface StrictOptions {
  readonly vendors: readonly GuardedVendor[];
  /** Hosts of no vendor that the page needs. */
  readonly hosts?: readonly string[] | undefined;
  /** Where the page's own files of ours come from, which it needs too. @default the page's host */
  readonly base?: string;
  /** @default window */
  readonly window?: Window;
  /** What lifts the policy after a grant. @default a reload, a moment later */
  readonly onReloadNeeded?: () => unknown;
}

/**
 * Puts an allow-list policy on the page while a vendor is withheld: the site itself, `hosts`, and what belongs to the
 * vendors that are allowed; after a withdrawal too. A page cannot lift it again, so a grant reloads the page once. Where
 * the decision would not survive that (cookies refused, no head to put a policy into) it does nothing, and the guard
 * stands alone.
 *
 * Returns the state for whatever releases: it hears of nothing more once the page is about to be reloaded, so that
 * nothing runs on a page that ends and again on the next.
 */
export function withholdStrictly<State extends Pick<ConsentState, '$consent' | 'isAllowed'>>(
  state: State,
  options: StrictOptions,
): State {
  const { $consent, isAllowed } = state;
  const { vendors, hosts = [], base, window = globalThis.window } = options;
  // Not at once: the record of the decision is on its way, and other tabs hear of it first.
  const { onReloadNeeded = () => setTimeout(() => reloadPage(window), 99) } = options;
  const { document, navigator } = window;
  if (!document.head || !keepsCookies(document, navigator)) return state;
  let withheld: readonly GuardedVendor[] = [];
  const withhold = () => {
    const refused = vendors.filter((vendor) => vendor.hosts && !isAllowed(vendor.id));
    // Of several policies a browser lets through what all of them do, so one more is a stricter one.
    if (refused.every((vendor) => withheld.includes(vendor))) return;
    withheld = refused;
    const allowed = vendors.filter((vendor) => isAllowed(vendor.id)).flatMap((vendor) => vendor.hosts ?? []);
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = allowListPolicy([...(base ? [new URL(base).host] : []), ...hosts, ...allowed]);
    document.head.append(meta);
  };
  withhold();
  window.addEventListener('load', () => reloadEmptyFrames(window));
  let reloading = false;
  $consent.listen(({ unsaved }) => {
    // A decision that the browser did not keep would be forgotten by a reload, and asked for again.
    if (reloading || unsaved) return;
    if (!withheld.some(({ id }) => isAllowed(id))) return withhold();
    reloading = true;
    onReloadNeeded();
  });
  return {
    ...state,
    $consent: {
      ...$consent,
      listen: (listener) => $consent.listen((now) => reloading || listener(now)),
    },
  };
}

function keepsCookies(document: Document, navigator: Navigator): boolean {
  try {
    // Reading throws where the page has an origin of its own that nobody else has.
    return navigator.cookieEnabled && document.cookie !== undefined;
  } catch {
    return false;
  }
}
