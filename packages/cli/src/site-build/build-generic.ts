import { type Catalogue, factoryName } from '../adapter-catalogue.js';
import { decideEntry } from './build-site.js';
import { type BuiltFile, createFileList, FROM_BANNER, literal } from './file-list.js';
import { WIDGET_LANGUAGES } from './widget-texts.js';

/** Builds the script for those who cannot build: every adapter and language, config read in the page. */
export async function buildGeneric(catalogue: Catalogue): Promise<readonly BuiltFile[]> {
  const { files, addEntry, addLazy } = createFileList();
  const ids = Object.keys(catalogue);
  const descriptions = literal(catalogue);
  const banners: Record<string, string> = {};
  const hashes: Record<string, string> = {};
  for (const language of WIDGET_LANGUAGES) {
    const entry = (part: 'Banner' | 'Preferences') =>
      [
        `import { ${part.toLowerCase()} as texts } from '@consentry/widget/i18n/${language}';`,
        `import { generic${part}File as start } from '@consentry/browser/generic-files';`,
        `start(${literal(language)}, texts, ${descriptions});`,
      ].join('\n');
    hashes[language] = await addLazy(`preferences.${language}`, entry('Preferences'), FROM_BANNER);
    banners[language] = await addLazy(`banner.${language}`, entry('Banner'));
  }
  const build = {
    adapters: Object.fromEntries(
      Object.entries(catalogue).map(([id, { purpose, hosts, storage, queue }]) => [
        id,
        { purpose, hosts, storage, ...(queue ? { queue } : {}) },
      ]),
    ),
    banners,
    decide: await addLazy('decide', decideEntry(hashes, true)),
    release: await addLazy(
      'release',
      [
        `import { genericReleaseFile } from '@consentry/browser/generic-release-file';`,
        ...ids.map((id) => `import { ${factoryName(id)} } from '@consentry/adapters/${id}';`),
        `genericReleaseFile({ ${ids.map((id) => `${literal(id)}: ${factoryName(id)}`).join(', ')} });`,
      ].join('\n'),
    ),
  };
  await addEntry(
    'consentry.js',
    `import { generic } from '@consentry/browser/generic';\ngeneric(${literal(build)});`,
  );
  return files;
}
