import { connectAdapters } from '@consentry/adapters/connect';
import type { Adapter } from '@consentry/adapters/define-adapter';
import { reloadPage, removeStorage, startGate } from '@consentry/gate';
import { announce } from './announce.js';
import { fetchContent } from './fetch-content.js';
import type { LazyFiles } from './file-loader.js';
import { followPlaces } from './follow-places.js';
import { followVisitor } from './follow-visitor.js';
import { handOver } from './hand-over.js';
import { pickLanguage } from './language.js';
import type { PageHost, Releasing } from './parts.js';

/**
 * Releases what is allowed, now and whenever that changes: marked tags, withheld ones, and the site's vendors; deletes
 * what vendors that are not allowed have stored; and follows the visitor.
 */
export function startReleasing(host: PageHost, adapters: readonly Adapter[], files: LazyFiles): Releasing {
  const { released, guard, policy, nonce, shared, onError } = host;
  Object.assign(host.files, files);
  shared.fetchContent = (face, of) => fetchContent(host.base, face, of, pickLanguage(of, shared));
  return followVisitor(host, () => {
    const onReleased = (elements: readonly Element[]) => announce('released', elements);
    const gate = startGate(released, { guard, policy, nonce, onReleased, onError });
    connectAdapters(released, gate, adapters, {
      onError,
      removeStorage: (items) => removeStorage(window, items, (leftover) => announce('leftover', leftover)),
      // Not at once: other tabs hear of it first, and frames that were emptied are empty.
      onReloadNeeded: () => setTimeout(() => reloadPage(window), 99),
    });
    shared.releaseOnce = gate.releaseOnce;
    followPlaces(host);
  });
}

/** The whole of the file that releases. `files` are those that it asks for. */
export function releaseFile(adapters: readonly Adapter[], files: LazyFiles): void {
  handOver().deliver((host) => startReleasing(host, adapters, files));
}
