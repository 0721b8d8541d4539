import { DEFAULT_SIGNALS } from '@consentry/adapters/google-signals';
import {
  compileAdapters,
  compileBanner,
  compileDefinition,
  compilePreferences,
  compileStub,
} from '@consentry/browser/compile';
import type { ConsentryConfig } from '@consentry/config';
import { canonicalJson, hashShown } from '@consentry/receipts';
import { type Catalogue, factoryName } from '../adapter-catalogue.js';
import { type BuiltFile, createFileList, FROM_BANNER, literal } from './file-list.js';
import { widgetTexts } from './widget-texts.js';

/** A site's build: the script for its head, and what that loads. */
export interface SiteBuild {
  readonly files: readonly BuiltFile[];
  /** What visitors are shown, by the hash that their records carry; canonical JSON. */
  readonly shown: Readonly<Record<string, string>>;
}

/** Builds everything a site serves, with only what its config uses. Deterministic. */
export async function buildSite(config: ConsentryConfig, catalogue: Catalogue): Promise<SiteBuild> {
  const { files, addEntry, addLazy } = createFileList();
  const shown: Record<string, string> = {};
  const withHash = async <Content extends object>(content: Content) => {
    const hash = await hashShown(content);
    shown[hash] = canonicalJson(content);
    return { ...content, shown: hash };
  };

  const banners: Record<string, string> = {};
  for (const language of config.languages) {
    const texts = await widgetTexts(language);
    const preferences = await withHash(compilePreferences(config, catalogue, language, texts.preferences));
    const banner = await withHash(compileBanner(config, catalogue, language, texts.banner));
    const hash = await addLazy(
      `preferences.${language}`,
      `import { preferencesFile } from '@consentry/browser/preferences-file';\npreferencesFile(${literal(preferences)});`,
      FROM_BANNER,
    );
    banners[language] = await addLazy(
      `banner.${language}`,
      `import { bannerFile } from '@consentry/browser/banner-file';\nbannerFile(${literal(banner)}, ${literal([`preferences.${language}`, hash])});`,
    );
  }
  const decide = await addLazy('decide', decideEntry(config.receipts !== undefined));

  const adapters = compileAdapters(config);
  const used = [...new Set(adapters.map(({ adapter }) => adapter))];
  const calls = adapters.map(
    ({ vendor, adapter, options }) =>
      `${factoryName(adapter)}(${literal(options)}${vendor === adapter ? '' : `, ${literal(vendor)}`})`,
  );
  const site = {
    id: config.site,
    definition: compileDefinition(config, catalogue),
    banners,
    decide,
    ...(config.receipts ? { endpoint: config.receipts.endpoint } : {}),
  };
  await addEntry(
    'consentry.js',
    [
      `import { boot } from '@consentry/browser';`,
      ...used.map((id) => `import { ${factoryName(id)} } from '@consentry/adapters/${id}';`),
      `boot({ ...${literal(site)}, adapters: [${calls.join(', ')}] });`,
    ].join('\n'),
  );
  await addEntry(
    'consentry-stub.js',
    `import { stub } from '@consentry/browser/stub';\nstub(${literal(compileStub(config, catalogue, DEFAULT_SIGNALS))});`,
  );
  return { files, shown };
}

/** The file that takes decisions; without the parts that keep records where a site keeps none. */
export function decideEntry(records: boolean): string {
  const [file, start] = records
    ? ['decide-file', 'decideFile']
    : ['decide-file-without-records', 'decideFileWithoutRecords'];
  return `import { ${start} } from '@consentry/browser/${file}';\n${start}();`;
}
