import { compileBanner, compilePreferences } from '@consentry/browser/compile-shown';
import type { ConsentryConfig } from '@consentry/config';
import { canonicalJson, hashShown } from '@consentry/receipts';
import { bannerStyle, preferencesStyle } from '@consentry/widget/style';
import type { Catalogue } from '../adapter-catalogue.js';
import { type createFileList, FROM_BANNER, literal } from './file-list.js';
import { widgetTexts } from './widget-texts.js';

/** What the faces of a site's widget became. */
export interface Faces {
  /** Hash of the file that asks. */
  readonly banner: string;
  /** Hash of the file that decides. */
  readonly decide: string;
  /** What visitors are shown, as canonical JSON, by its hash. */
  readonly shown: Readonly<Record<string, string>>;
}

/** Adds what asks, what decides and the preferences, and what they show in each language. */
export async function addFaces(
  config: ConsentryConfig,
  catalogue: Catalogue,
  { addLazy, addContent }: Pick<ReturnType<typeof createFileList>, 'addLazy' | 'addContent'>,
): Promise<Faces> {
  const { appearance = {} } = config;
  const shown: Record<string, string> = {};
  const hashes: Record<string, string> = {};
  const files: Record<'banner' | 'preferences', Record<string, string>> = { banner: {}, preferences: {} };
  for (const language of config.languages) {
    const texts = await widgetTexts(language);
    const contents = {
      banner: compileBanner(config, catalogue, language, texts.banner),
      preferences: compilePreferences(config, catalogue, language, texts.preferences),
    };
    for (const face of ['banner', 'preferences'] as const) {
      const name = `${face}.${language}`;
      files[face][language] = addContent(face, language, contents[face]);
      // What was said, and how it looked.
      const whole = { face, appearance, content: contents[face] };
      const hash = await hashShown(whole);
      hashes[name] = hash;
      shown[hash] = canonicalJson(whole);
    }
  }
  const preferences = await addLazy(
    'preferences',
    [
      `import { preferencesFile } from '@consentry/browser/preferences-file';`,
      `preferencesFile({ style: ${literal(preferencesStyle(appearance))}, files: ${literal(files.preferences)} });`,
    ].join('\n'),
    FROM_BANNER,
  );
  // Without records none of the code that keeps them.
  const records = config.receipts ? ', keepRecords' : '';
  const decide = await addLazy(
    'decide',
    [
      `import { decideFile${records} } from '@consentry/browser/decide-file';`,
      `decideFile(${literal(preferences)}, ${literal(hashes)}${records});`,
    ].join('\n'),
  );
  const isModal = appearance.layout === 'modal';
  const banner = await addLazy(
    'banner',
    [
      `import { bannerFile } from '@consentry/browser/banner-file';`,
      ...(isModal ? [`import { openModal } from '@consentry/widget/open-modal';`] : []),
      `bannerFile({ style: ${literal(bannerStyle(appearance))}, files: ${literal(files.banner)}${isModal ? ', openModal' : ''} });`,
    ].join('\n'),
  );
  return { banner, decide, shown };
}
