import { compileBanner, compileEmbeds, compilePreferences } from '@consentry/browser/compile-shown';
import { withAliases } from '@consentry/browser/content-files';
import type { ConsentryConfig } from '@consentry/config';
import { canonicalJson, hashShown } from '@consentry/receipts';
import { bannerStyle, embedStyle, preferencesStyle } from '@consentry/widget/style';
import type { Catalogue } from '../adapter-catalogue.js';
import { type createFileList, FROM_BANNER, literal } from './file-list.js';
import { widgetTexts } from './widget-texts.js';

/** What a rule under which purposes run unasked changes of what is shown. */
const differing = ({ texts, asksFirst }: { texts: object; asksFirst?: readonly string[] }) => ({
  texts,
  ...(asksFirst ? { asksFirst } : {}),
});

/** What the faces of a site's widget became. */
export interface Faces {
  /** Hash of the file that asks. */
  readonly banner: string;
  /** Hashes of the files that come after: what decides, and what stands in the page itself. */
  readonly later: Readonly<Record<'decide' | 'embeds', string>>;
  /** What visitors are shown, as canonical JSON, by its hash. */
  readonly shown: Readonly<Record<string, string>>;
}

/**
 * Adds what asks, what decides and the preferences, and what they show in each language: with `byPlace` also what they
 * say where purposes run until denied, of which the page takes what its visitor's rule asks for.
 */
export async function addFaces(
  config: ConsentryConfig,
  catalogue: Catalogue,
  {
    addLazy,
    addSeldom,
    addContent,
  }: Pick<ReturnType<typeof createFileList>, 'addLazy' | 'addSeldom' | 'addContent'>,
  byPlace = false,
): Promise<Faces> {
  const { appearance = {} } = config;
  const shown: Record<string, string> = {};
  const hashes: Record<string, string> = {};
  /** Of what is said where purposes run until denied. */
  const runningHashes: Record<'banner' | 'preferences', Record<string, string>> = {
    banner: {},
    preferences: {},
  };
  const running: ConsentryConfig = { ...config, regime: { ...config.regime, model: 'notice' } };
  const faces = ['banner', 'preferences', 'embeds'] as const;
  const files = Object.fromEntries(faces.map((face) => [face, {}])) as Record<
    (typeof faces)[number],
    Record<string, string>
  >;
  for (const language of config.languages) {
    const texts = await widgetTexts(language);
    const contents = {
      banner: compileBanner(config, catalogue, language, texts.banner),
      preferences: compilePreferences(config, catalogue, language, texts.preferences),
      embeds: compileEmbeds(config, catalogue, language, texts),
    };
    const others = byPlace && {
      banner: compileBanner(running, catalogue, language, texts.banner),
      preferences: compilePreferences(running, catalogue, language, texts.preferences),
    };
    for (const face of faces) {
      const name = `${face}.${language}`;
      const other = others && face !== 'embeds' ? others[face] : undefined;
      const both = other ? { ...contents[face], running: differing(other) } : contents[face];
      files[face][language] = addContent(face, language, both);
      if (other && face !== 'embeds') {
        const told = { face, appearance, content: other };
        const hash = await hashShown(told);
        runningHashes[face][name] = hash;
        shown[hash] = canonicalJson(told);
      }
      // What was said, and how it looked.
      const whole = { face, appearance, content: contents[face] };
      const hash = await hashShown(whole);
      // Decisions say where they were taken: at one of the embeds.
      hashes[name.replace('embeds', 'embed')] = hash;
      shown[hash] = canonicalJson(whole);
    }
  }
  const importByModel = byPlace ? [`import { byModel } from '@consentry/browser/by-model';`] : [];
  const make = (face: 'banner' | 'preferences') =>
    byPlace ? `, byModel(${literal(runningHashes[face])})` : '';
  const preferences = await addLazy(
    'preferences',
    [
      `import { preferencesFile } from '@consentry/browser/preferences-file';`,
      ...importByModel,
      `preferencesFile({ style: ${literal(preferencesStyle(appearance))}, files: ${literal(withAliases(files.preferences))} }${make('preferences')});`,
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
  const strict = config.gate?.layer === 'strict';
  const embeds = await addSeldom(
    'embeds',
    [
      `import { embedsFile } from '@consentry/browser/embeds-file';`,
      `embedsFile(${literal({ css: embedStyle(appearance), files: withAliases(files.embeds), ...(strict ? { strict } : {}) })});`,
    ].join('\n'),
  );
  const isModal = appearance.layout === 'modal';
  const counts = config.receipts?.countShown === true;
  const ownHashes = Object.fromEntries(
    config.languages.map((each) => [each, hashes[`banner.${each}`] ?? '']),
  );
  const count = `countShown(${config.notice?.version ?? 1}, ${literal(ownHashes)})`;
  const banner = await addLazy(
    'banner',
    [
      `import { bannerFile } from '@consentry/browser/banner-file';`,
      ...importByModel,
      ...(isModal ? [`import { openModal } from '@consentry/widget/open-modal';`] : []),
      ...(counts ? [`import { countShown } from '@consentry/browser/count-shown';`] : []),
      `bannerFile({ style: ${literal(bannerStyle(appearance))}, files: ${literal(withAliases(files.banner))}${isModal ? ', openModal' : ''}${counts ? `, count: ${count}` : ''} }${make('banner')});`,
    ].join('\n'),
  );
  return { banner, later: { decide, embeds }, shown };
}
