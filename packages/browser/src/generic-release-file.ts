import type { AdapterFactory } from '@consentry/adapters/define-adapter';
import { startAfter } from '@consentry/adapters/start-after';
import { compileAdapters, compileAfter, compileStorage } from './compile.js';
import type { LazyFiles } from './file-loader.js';
import { handOver } from './hand-over.js';
import { startReleasing } from './release-file.js';
import type { SiteConfig } from './site-config.js';

/** The release file of the build for everybody: its adapters are made from the page's config. */
export function genericReleaseFile(
  factories: Readonly<Record<string, AdapterFactory<never>>>,
  files: LazyFiles,
): void {
  handOver().deliver((host) => {
    const config = host.shared.config as SiteConfig;
    const adapters = [
      // The boot has seen to it that there is one for each.
      ...compileAdapters(config).flatMap(
        ({ vendor, adapter, options }) => factories[adapter]?.(options as never, vendor) ?? [],
      ),
      ...compileStorage(config),
    ];
    return startReleasing(host, startAfter(adapters, compileAfter(config) ?? {}, host.onError), files);
  });
}
