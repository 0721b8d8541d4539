import type { Catalogue } from '../adapter-catalogue.js';
import { factoryName } from '../adapter-catalogue.js';
import { type BuiltFile, createFileList, FROM_BANNER, literal } from './file-list.js';
import { WIDGET_LANGUAGES } from './widget-texts.js';

/** Builds the script for those who cannot build: every adapter and language, config read in the page. */
export async function buildGeneric(catalogue: Catalogue): Promise<readonly BuiltFile[]> {
  const { files, add } = createFileList();
  const ids = Object.keys(catalogue);
  const descriptions = literal(catalogue);
  const languages: Record<string, object> = {};
  for (const language of WIDGET_LANGUAGES) {
    const part = (name: 'banner' | 'preferences') => [
      `import { ${name} } from '@consentry/widget/i18n/${language}';`,
      `import { generic${name === 'banner' ? 'Banner' : 'Preferences'}File as start } from '@consentry/browser/generic-files';`,
      `start(${literal(language)}, ${name}, ${descriptions});`,
    ];
    languages[language] = {
      banner: await add(`consentry-banner.${language}.js`, part('banner').join('\n'), { hashed: true }),
      preferences: await add(`consentry-preferences.${language}.js`, part('preferences').join('\n'), {
        hashed: true,
        shared: FROM_BANNER,
      }),
    };
  }
  const receipts = await add(
    'consentry-receipts.js',
    `import { receiptsFile } from '@consentry/browser/receipts-file';\nreceiptsFile();`,
    { hashed: true },
  );
  await add(
    'consentry.js',
    [
      `import { generic } from '@consentry/browser/generic';`,
      ...ids.map((id) => `import { ${factoryName(id)} } from '@consentry/adapters/${id}';`),
      `generic({ factories: { ${ids.map((id) => `${literal(id)}: ${factoryName(id)}`).join(', ')} },`,
      `purposes: ${literal(Object.fromEntries(ids.map((id) => [id, catalogue[id]?.purpose])))},`,
      `languages: ${literal(languages)}, receipts: ${literal(receipts)} });`,
    ].join('\n'),
    { hashed: false },
  );
  return files;
}
