import { connectAdapters } from '@consentry/adapters/connect';
import type { Adapter } from '@consentry/adapters/define-adapter';
import { createGate, reloadPage, removeStorage } from '@consentry/gate';
import { announce } from './announce.js';
import { handOver } from './hand-over.js';
import type { ReleaseHost, ReleasePart } from './parts.js';

/** Releases what is allowed, now and whenever that changes: marked tags, withheld ones, and the site's vendors. */
export function startReleasing(
  { state, guard, policy, nonce, onError }: ReleaseHost,
  adapters: readonly Adapter[],
): void {
  const onReleased = (element: Element) => announce('released', element);
  const gate = createGate(state, { guard, policy, nonce, onReleased, onError });
  connectAdapters(state, gate, adapters, {
    onError,
    removeStorage: (items) => removeStorage(window, items, (leftover) => announce('leftover', leftover)),
    // Not at once: other tabs hear of it first, and frames that were emptied are empty.
    onReloadNeeded: () => setTimeout(() => reloadPage(window), 99),
  });
}

/** The whole of the file that releases. */
export function releaseFile(adapters: readonly Adapter[]): void {
  const part: ReleasePart = (host) => startReleasing(host, adapters);
  handOver().deliver(part);
}
