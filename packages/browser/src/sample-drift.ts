import type { Adapter } from '@consentry/adapters/define-adapter';
import type { LazyFiles } from './file-loader.js';
import { handOver } from './hand-over.js';
import { isLocalPage } from './local-page.js';
import type { PageHost } from './parts.js';
import { startReleasing } from './release-file.js';
import { whenSeen } from './when-seen.js';

/** What {@link sampleDrift} runs on. */
export interface SamplePlatform {
  /** @default window */
  readonly window?: Window;
  /** From 0 to 1. @default Math.random */
  readonly random?: () => number;
}

/**
 * Has this page view looked at what it contacts, if chance picks it or the page is local: once everything has loaded and
 * the browser has nothing else to do. Of the other page views nothing is loaded and nothing sent.
 */
export function sampleDrift(
  { load }: Pick<PageHost, 'load'>,
  sample: number,
  { window = globalThis.window, random = Math.random }: SamplePlatform = {},
): void {
  if (!isLocalPage(window.location) && random() >= sample) return;
  const start = () => {
    const look = () => void load('drift').catch(() => {}); // what does not arrive is not worth an error
    // Safari has no idle time to offer.
    if (window.requestIdleCallback) window.requestIdleCallback(look);
    else window.setTimeout(look, 1000);
  };
  if (window.document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}

/** The whole of the file that releases, of a site that has drift looked for. */
export function sampledReleaseFile(adapters: readonly Adapter[], files: LazyFiles, sample: number): void {
  handOver().deliver((host) => {
    const releasing = startReleasing(host, adapters, files);
    // A page that is rendered ahead is no page view yet.
    whenSeen(() => sampleDrift(host, sample));
    return releasing;
  });
}
