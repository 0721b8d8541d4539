import type { AdapterFactory } from '@consentry/adapters/define-adapter';
import { compileAdapters, compileStorage } from './compile.js';
import { handOver } from './hand-over.js';
import type { ReleasePart } from './parts.js';
import { startReleasing } from './release-file.js';
import type { SiteConfig } from './site-config.js';

/** The release file of the build for everybody: its adapters are made from the page's config. */
export function genericReleaseFile(factories: Readonly<Record<string, AdapterFactory<never>>>): void {
  const { shared, deliver } = handOver();
  const part: ReleasePart = (host) => {
    const config = shared.config as SiteConfig;
    return startReleasing(host, [
      // The boot has seen to it that there is one for each.
      ...compileAdapters(config).flatMap(
        ({ vendor, adapter, options }) => factories[adapter]?.(options as never, vendor) ?? [],
      ),
      ...compileStorage(config),
    ]);
  };
  deliver(part);
}
