import type { AdapterFactory } from '@consentry/adapters/define-adapter';
import { checkSite } from '@consentry/core';
import { type BootConfig, boot } from './boot.js';
import { compileAdapters, compileDefinition, type Descriptions } from './compile.js';
import type { SiteConfig } from './site-config.js';

/** What the build for everybody carries: every adapter, and the widget's files for every language. */
export interface GenericBuild {
  readonly factories: Readonly<Record<string, AdapterFactory<never>>>;
  /** The usual purpose of each adapter. */
  readonly purposes: Readonly<Record<string, string>>;
  /** Hash of the banner's file in each language. */
  readonly banners: BootConfig['banners'];
  /** Hash of the file that takes decisions. */
  readonly decide: string;
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
    const descriptions = Object.fromEntries(
      Object.entries(build.purposes).map(([id, purpose]) => [id, { purpose }]),
    );
    const definition = compileDefinition(config, descriptions as unknown as Descriptions);
    checkSite(definition);
    const adapters = compileAdapters(config).map(({ vendor, adapter, options }) => {
      const factory = Object.hasOwn(build.factories, adapter) ? build.factories[adapter] : undefined;
      if (!factory) throw new Error(`vendors.${vendor}: there is no adapter "${adapter}" in this build.`);
      return factory(options as never, vendor);
    });
    const { site: id, languages, receipts } = config;
    const known = languages.filter((language) => Object.hasOwn(build.banners, language));
    const banners = Object.fromEntries(
      (known.length > 0 ? known : Object.keys(build.banners)).map((language) => [
        language,
        build.banners[language],
      ]),
    ) as BootConfig['banners'];
    const { endpoint } = receipts ?? {};
    const { decide } = build;
    boot(
      { ...definition, id, adapters, banners, decide, ...(endpoint ? { endpoint } : {}) },
      { script, shared: { config } },
    );
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
