import { hashShown } from '@consentry/receipts';
import { type BannerFile, bannerFile } from './banner-file.js';
import type { Descriptions } from './compile.js';
import { compileBanner, compileEmbeds, compilePreferences, type WidgetTexts } from './compile-shown.js';
import { spokenFiles, withAliases } from './content-files.js';
import { type EmbedsFile, embedsFile } from './embeds-file.js';
import type { ContentFiles } from './fetch-content.js';
import { handOver } from './hand-over.js';
import { pickLanguage } from './language.js';
import type { FetchContent, PageHost } from './parts.js';
import { type PreferencesFile, preferencesFile } from './preferences-file.js';
import type { SiteConfig } from './site-config.js';

/** The file that asks in the build for everybody: its content is made from the page's config. */
export function genericBannerFile(build: BannerFile, descriptions: Descriptions): void {
  bannerFile(spoken(build), async (texts, host, language) => {
    const config = host.shared.config as SiteConfig;
    const content = compileBanner(config, descriptions, language, texts as WidgetTexts['banner']);
    await noteShown(host, `banner.${language}`, content);
    return content;
  });
}

/** As {@link genericBannerFile}, for the preferences. */
export function genericPreferencesFile(build: PreferencesFile, descriptions: Descriptions): void {
  const files = spoken(build);
  preferencesFile(files, async (texts, host) => {
    const language = pickLanguage(files.files, host.shared);
    const config = host.shared.config as SiteConfig;
    const content = compilePreferences(config, descriptions, language, texts as WidgetTexts['preferences']);
    await noteShown(host, `preferences.${language}`, content);
    return content;
  });
}

/** As {@link genericBannerFile}, for what stands in the page itself. */
export function genericEmbedsFile(build: EmbedsFile, descriptions: Descriptions): void {
  const own = spoken(build);
  embedsFile(own, async (host) => {
    const { shared } = host;
    const texts = await (shared.fetchContent as FetchContent)<WidgetTexts>('embeds', own.files);
    const language = pickLanguage(own.files, shared);
    const content = compileEmbeds(shared.config as SiteConfig, descriptions, language, texts);
    await noteShown(host, `embed.${language}`, content);
    return content;
  });
}

/** With the languages of the page's config alone. */
function spoken<Build extends { readonly files: ContentFiles }>(build: Build): Build {
  const { languages } = handOver().shared.config as SiteConfig;
  return { ...build, files: withAliases(spokenFiles(build.files, languages)) };
}

/** The files are the same for every site, so what they show is hashed here. */
async function noteShown({ shared }: PageHost, face: string, content: object): Promise<void> {
  try {
    shared.shown = { ...shared.shown, [face]: await hashShown(content) };
  } catch {
    // without https there is no WebCrypto
  }
}
