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
  const { files, add } = createFileList();
  const shown: Record<string, string> = {};
  const withHash = async <Content extends object>(content: Content) => {
    const hash = await hashShown(content);
    shown[hash] = canonicalJson(content);
    return { ...content, shown: hash };
  };

  const languages: Record<string, object> = {};
  for (const language of config.languages) {
    const texts = await widgetTexts(language);
    const banner = await withHash(compileBanner(config, catalogue, language, texts.banner));
    const preferences = await withHash(compilePreferences(config, catalogue, language, texts.preferences));
    languages[language] = {
      banner: await add(
        `consentry-banner.${language}.js`,
        `import { bannerFile } from '@consentry/browser/banner-file';\nbannerFile(${literal(banner)});`,
        { hashed: true },
      ),
      preferences: await add(
        `consentry-preferences.${language}.js`,
        `import { preferencesFile } from '@consentry/browser/preferences-file';\npreferencesFile(${literal(preferences)});`,
        { hashed: true, shared: FROM_BANNER },
      ),
    };
  }
  const receipts = config.receipts && {
    endpoint: config.receipts.endpoint,
    file: await add(
      'consentry-receipts.js',
      `import { receiptsFile } from '@consentry/browser/receipts-file';\nreceiptsFile();`,
      { hashed: true },
    ),
  };

  const adapters = compileAdapters(config);
  const used = [...new Set(adapters.map(({ adapter }) => adapter))];
  const calls = adapters.map(
    ({ vendor, adapter, options }) =>
      `${factoryName(adapter)}(${literal(options)}${vendor === adapter ? '' : `, ${literal(vendor)}`})`,
  );
  const site = {
    id: config.site,
    definition: compileDefinition(config, catalogue),
    languages,
    ...(receipts ? { receipts } : {}),
  };
  await add(
    'consentry.js',
    [
      `import { boot } from '@consentry/browser';`,
      ...used.map((id) => `import { ${factoryName(id)} } from '@consentry/adapters/${id}';`),
      `boot({ ...${literal(site)}, adapters: [${calls.join(', ')}] });`,
    ].join('\n'),
    { hashed: false },
  );
  await add(
    'consentry-stub.js',
    `import { stub } from '@consentry/browser/stub';\nstub(${literal(compileStub(config, catalogue, DEFAULT_SIGNALS))});`,
    { hashed: false },
  );
  return { files, shown };
}
