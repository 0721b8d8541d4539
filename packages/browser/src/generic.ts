import { checkSite } from '@consentry/core';
import { boot } from './boot.js';
import {
  adapterOf,
  compileDefinition,
  compileHosts,
  compileQueues,
  type Descriptions,
  enabledVendors,
  isEager,
} from './compile.js';
import type { LazyFiles } from './file-loader.js';
import {
  createGuard,
  guardAreas,
  guardCookies,
  guardDatabases,
  guardReplay,
  withholdStrictly,
} from './guard.js';
import type { SiteConfig } from './site-config.js';

/** What the build for everybody carries: some adapters, and the widget's files for every language. */
export interface GenericBuild {
  /** What the boot has to know of each of them: usual purpose, hosts, storage, queue. */
  readonly adapters: Readonly<
    Record<string, Pick<Descriptions[string], 'purpose' | 'hosts' | 'storage' | 'queue'>>
  >;
  /** The files that release and ask. */
  readonly files: LazyFiles;
}

const INLINE = 'script[type="application/json"][data-consentry-config]';

/**
 * Starts with the config of this page: the JSON in a `data-consentry-config` element before the script,
 * read at once, or the file that the script's `data-config` names, fetched. Until a usable config has
 * arrived, what is marked stays withheld; for ever if none does.
 */
export function generic(build: GenericBuild): void {
  const script = document.currentScript as HTMLScriptElement | null;
  const start = (config: SiteConfig) => {
    // Only what is looked at is trusted: a missing part throws here, and nothing is released.
    const descriptions = build.adapters as Descriptions;
    for (const [id, vendor] of enabledVendors(config)) {
      const adapter = adapterOf(id, vendor);
      if (adapter && !Object.hasOwn(descriptions, adapter))
        throw new Error(`vendors.${id}: there is no adapter "${adapter}" in this build.`);
    }
    const definition = compileDefinition(config, descriptions);
    checkSite(definition);
    const { site: id, receipts } = config;
    const { endpoint } = receipts ?? {};
    const { files } = build;
    boot({
      ...definition,
      id,
      files,
      queues: compileQueues(config, descriptions),
      eager: isEager(config),
      stores: [guardCookies, guardAreas, guardDatabases, guardReplay],
      ...(config.gate?.layer === 'marked' ? {} : { guard: createGuard }),
      ...(config.gate?.layer === 'strict' ? { strict: withholdStrictly, hosts: compileHosts(config) } : {}),
      ...(endpoint ? { endpoint } : {}),
      script,
      shared: { config },
    });
  };
  const report = (error: unknown) =>
    console.error('Consentry: the config cannot be used, everything stays withheld.', error);

  const inline = document.querySelector(INLINE);
  const url = script?.dataset.config;
  if (inline) {
    try {
      start(JSON.parse(inline.textContent ?? ''));
    } catch (error) {
      report(error);
    }
  } else if (url) {
    // Calls made meanwhile wait in the queue.
    (window as { consentry?: unknown }).consentry ||= [];
    fetch(url)
      .then((response) => {
        if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
        return response.json();
      })
      .then(start)
      .catch(report);
  } else {
    report(new Error('No data-consentry-config element before the script, and no data-config on it.'));
  }
}
