import { type Catalogue, factoryName } from '../adapter-catalogue.js';
import { type BuiltFile, createFileList, FROM_ASK, literal } from './file-list.js';
import { WIDGET_LANGUAGES } from './widget-texts.js';

/**
 * The adapters of the script for everybody: every visitor of every such site carries them all, so the catalogue's
 * long tail is for builds of one's own.
 */
const CARRIED = ['brevo', 'google-analytics', 'mailbluster', 'tag'];

/** Builds the script for those who cannot build: a few adapters, every language, config read in the page. */
export async function buildGeneric(all: Catalogue): Promise<readonly BuiltFile[]> {
  const catalogue = Object.fromEntries(Object.entries(all).filter(([id]) => CARRIED.includes(id)));
  const { files, addEntry, addLazy } = createFileList();
  const ids = Object.keys(catalogue);
  const descriptions = literal(catalogue);
  const asks: Record<string, string> = {};
  for (const language of WIDGET_LANGUAGES) {
    const entry = (texts: string, start: string, more = '') =>
      [
        `import { ${texts} as texts } from '@consentry/widget/i18n/${language}';`,
        `import { ${start} as start } from '@consentry/browser/generic-files';`,
        `start(${literal(language)}, texts, ${descriptions}${more});`,
      ].join('\n');
    const preferences = await addLazy(
      `preferences.${language}`,
      entry('preferences', 'genericPreferencesFile'),
      FROM_ASK,
    );
    asks[language] = await addLazy(
      `ask.${language}`,
      entry('banner', 'genericAskFile', `, ${literal(preferences)}`),
    );
  }
  const build = {
    adapters: Object.fromEntries(
      Object.entries(catalogue).map(([id, { purpose, hosts, storage, queue }]) => [
        id,
        { purpose, hosts, storage, ...(queue ? { queue } : {}) },
      ]),
    ),
    release: await addLazy(
      'release',
      [
        `import { genericReleaseFile } from '@consentry/browser/generic-release-file';`,
        ...ids.map((id) => `import { ${factoryName(id)} } from '@consentry/adapters/${id}';`),
        `genericReleaseFile({ ${ids.map((id) => `${literal(id)}: ${factoryName(id)}`).join(', ')} }, ${literal(asks)});`,
      ].join('\n'),
    ),
  };
  await addEntry(
    'consentry.js',
    `import { generic } from '@consentry/browser/generic';\ngeneric(${literal(build)});`,
  );
  return files;
}
