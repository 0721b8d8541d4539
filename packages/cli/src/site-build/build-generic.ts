import { type Catalogue, factoryName } from '../adapter-catalogue.js';
import { bundle, minifyScript, type Shared } from './bundle.js';
import { type BuiltFile, createFileList, FROM_ASK, literal } from './file-list.js';
import { widgetLanguages, widgetTexts } from './widget-texts.js';

/**
 * The adapters of the script for everybody: every visitor of every such site carries them all, so the catalogue's
 * long tail is for builds of one's own.
 */
const CARRIED = ['brevo', 'google-analytics', 'mailbluster', 'tag'];

/** Stand in a bundle for what differs from language to language: names that no page has. */
const LANGUAGE = 'consentry$language';
const TEXTS = 'consentry$texts';
const PREFERENCES = 'consentry$preferences';

/** Builds the script for those who cannot build: a few adapters, every language, config read in the page. */
export async function buildGeneric(all: Catalogue): Promise<readonly BuiltFile[]> {
  const catalogue = Object.fromEntries(Object.entries(all).filter(([id]) => CARRIED.includes(id)));
  const { files, addEntry, addLazy, addLazyScript } = createFileList();
  const ids = Object.keys(catalogue);
  // What options a vendor takes was checked by nobody here, and is nothing that a page shows.
  const descriptions = literal(
    Object.fromEntries(Object.entries(catalogue).map(([id, { options, example, ...shown }]) => [id, shown])),
  );
  const asks: Record<string, string> = {};
  const askFile = await perLanguage('genericAskFile', `, ${descriptions}, ${PREFERENCES}`);
  const preferencesFile = await perLanguage('genericPreferencesFile', `, ${descriptions}`, FROM_ASK);
  for (const language of await widgetLanguages()) {
    const texts = await widgetTexts(language);
    const preferences = addLazyScript(
      `preferences.${language}`,
      await preferencesFile(language, texts.preferences),
    );
    asks[language] = addLazyScript(`ask.${language}`, await askFile(language, texts.banner, preferences));
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

/**
 * Bundles what starts a face once, and answers how to make each language's file of it: there are dozens of
 * them, and bundling takes half a second.
 */
async function perLanguage(start: string, more: string, shared?: Shared) {
  const script = await bundle(
    [
      `import { ${start} as start } from '@consentry/browser/generic-files';`,
      `start(${LANGUAGE}, ${TEXTS}${more});`,
    ].join('\n'),
    shared,
  );
  return async (language: string, texts: object, preferences = '') => {
    // As a script of its own, so that the names of texts are shortened as the code that reads them was.
    const minified = await minifyScript(`onmessage(${literal(texts)})`);
    const values: Record<string, string> = {
      [LANGUAGE]: literal(language),
      [TEXTS]: minified.slice(minified.indexOf('{'), minified.lastIndexOf('}') + 1),
      [PREFERENCES]: literal(preferences),
    };
    return script.replace(/consentry\$\w+/g, (name) => values[name] as string);
  };
}
