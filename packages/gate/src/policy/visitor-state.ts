import { type ConsentState, cookieKey, createConsentState } from '@consentry/core';
import { readCookieHeader } from './cookie-header.js';
import type { PolicySite } from './policy-site.js';

/** What is looked at of a request or response; a `Headers` object is one. */
export interface HeaderReader {
  /** The value of a header, by its name in lower case. */
  get(name: string): string | null | undefined;
}

/**
 * What the visitor behind a request has decided, by the code that decides it in the page. No page is there to
 * be told of changes, so nothing listens.
 */
export function createVisitorState(site: PolicySite, request: HeaderReader, now: () => number): ConsentState {
  return createConsentState(site, {
    now,
    readCookie: () => readCookieHeader(request.get('cookie'), site.cookie?.name),
    // The signal's header says what the page's property says. https://www.w3.org/TR/gpc/#the-sec-gpc-header-field
    navigator: { globalPrivacyControl: request.get('sec-gpc')?.trim() === '1' },
    keyOf: ({ id }) => cookieKey(id),
    createStore: (snapshot) => ({
      get: () => snapshot,
      set() {},
      listen: () => () => {},
    }),
    onError() {},
  });
}
