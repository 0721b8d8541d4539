import { connectAdapters } from '@consentry/adapters/connect';
import type { Adapter } from '@consentry/adapters/define-adapter';
import { createTabChannel, type TabChannel } from '@consentry/core';
import { createGate, reloadPage, removeStorage } from '@consentry/gate';
import { announce } from './announce.js';
import { followPage } from './follow-page.js';
import { handOver } from './hand-over.js';
import type { ReleaseHost, ReleasePart } from './parts.js';
import { hasUnsentRecords } from './unsent-records.js';

/**
 * Releases what is allowed, now and whenever that changes: marked tags, withheld ones, and the site's vendors; deletes
 * what vendors that are not allowed have stored; and follows the visitor's other tabs.
 */
export function startReleasing(
  { state, guard, withDeciding, policy, nonce, onError }: ReleaseHost,
  adapters: readonly Adapter[],
): TabChannel {
  const onReleased = (element: Element) => announce('released', element);
  const gate = createGate(state, { guard, policy, nonce, onReleased, onError });
  connectAdapters(state, gate, adapters, {
    onError,
    removeStorage: (items) => removeStorage(window, items, (leftover) => announce('leftover', leftover)),
    // Not at once: other tabs hear of it first, and frames that were emptied are empty.
    onReloadNeeded: () => setTimeout(() => reloadPage(window), 99),
  });
  const tabs = createTabChannel();
  tabs.listen(state.follow);
  followPage(state.refresh, (opener) => withDeciding((part) => part.openPreferences(opener)));
  // What another tab has decided since this page read the cookie.
  state.refresh();
  if (hasUnsentRecords()) withDeciding(() => {});
  return tabs;
}

/** The whole of the file that releases. */
export function releaseFile(adapters: readonly Adapter[]): void {
  const part: ReleasePart = (host) => startReleasing(host, adapters);
  handOver().deliver(part);
}
