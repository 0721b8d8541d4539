import { bannerStyle, embedStyle, preferencesStyle } from '@consentry/widget/style';
import { type Catalogue, factoryName } from '../adapter-catalogue.js';
import { type BuiltFile, createFileList, FROM_BANNER, literal } from './file-list.js';
import { widgetLanguages, widgetTexts } from './widget-texts.js';

/**
 * The adapters of the script for everybody: every visitor of every such site carries them all, so the catalogue's
 * long tail is for builds of one's own.
 */
const CARRIED = ['brevo', 'google-analytics', 'mailbluster', 'tag'];

/** Builds the script for those who cannot build: a few adapters, every language, config read in the page. */
export async function buildGeneric(all: Catalogue): Promise<readonly BuiltFile[]> {
  const catalogue = Object.fromEntries(Object.entries(all).filter(([id]) => CARRIED.includes(id)));
  const { files, addEntry, addLazy, addSeldom, addContent } = createFileList();
  const ids = Object.keys(catalogue);
  const texts = { banner: {}, preferences: {}, embeds: {} } as Record<string, Record<string, string>>;
  for (const language of await widgetLanguages()) {
    const words = await widgetTexts(language);
    const { banner, preferences, embed, reopen } = words;
    for (const [face, content] of Object.entries({
      banner,
      preferences,
      embeds: { embed, reopen, preferences },
    })) {
      (texts[face] ??= {})[language] = addContent(face, language, content);
    }
  }
  // What options a vendor takes was checked by nobody here, and is nothing that a page shows.
  const descriptions = Object.fromEntries(
    Object.entries(catalogue).map(([id, { options, example, ...shown }]) => [id, shown]),
  );
  const face = (start: string, style: object, files: object = {}) =>
    [
      `import { ${start} } from '@consentry/browser/generic-files';`,
      `${start}(${literal({ ...style, files })}, ${literal(descriptions)});`,
    ].join('\n');
  const preferences = await addLazy(
    'preferences',
    face('genericPreferencesFile', { style: preferencesStyle() }, texts.preferences),
    FROM_BANNER,
  );
  const decide = await addLazy(
    'decide',
    `import { decideFile, keepRecords } from '@consentry/browser/decide-file';\ndecideFile(${literal(preferences)}, {}, keepRecords);`,
  );
  const embeds = await addSeldom('embeds', face('genericEmbedsFile', { css: embedStyle() }, texts.embeds));
  const build = {
    adapters: Object.fromEntries(
      Object.entries(catalogue).map(([id, { purpose, hosts, storage, queue }]) => [
        id,
        { purpose, hosts, storage, ...(queue ? { queue } : {}) },
      ]),
    ),
    files: {
      banner: await addLazy('banner', face('genericBannerFile', { style: bannerStyle() }, texts.banner)),
      release: await addLazy(
        'release',
        [
          `import { genericReleaseFile } from '@consentry/browser/generic-release-file';`,
          ...ids.map((id) => `import { ${factoryName(id)} } from '@consentry/adapters/${id}';`),
          `genericReleaseFile({ ${ids.map((id) => `${literal(id)}: ${factoryName(id)}`).join(', ')} }, ${literal({ decide, embeds })});`,
        ].join('\n'),
      ),
    },
  };
  await addEntry(
    'consentry.js',
    `import { generic } from '@consentry/browser/generic';\ngeneric(${literal(build)});`,
  );
  return files;
}
