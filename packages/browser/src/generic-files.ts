import { hashShown } from '@consentry/receipts';
import { type BannerFile, bannerFile } from './banner-file.js';
import type { Descriptions } from './compile.js';
import { compileBanner, compilePreferences, type WidgetTexts } from './compile-shown.js';
import type { PageHost } from './parts.js';
import { type PreferencesFile, preferencesFile } from './preferences-file.js';
import type { SiteConfig } from './site-config.js';

/** The file that asks in the build for everybody: its content is made from the page's config. */
export function genericBannerFile(build: BannerFile, descriptions: Descriptions): void {
  bannerFile(build, async (texts, host, language) => {
    const config = host.shared.config as SiteConfig;
    const content = compileBanner(config, descriptions, language, texts as WidgetTexts['banner']);
    await noteShown(host, `banner.${language}`, content);
    return content;
  });
}

/** As {@link genericBannerFile}, for the preferences. */
export function genericPreferencesFile(build: PreferencesFile, descriptions: Descriptions): void {
  preferencesFile(build, async (texts, host, language) => {
    const config = host.shared.config as SiteConfig;
    const content = compilePreferences(config, descriptions, language, texts as WidgetTexts['preferences']);
    await noteShown(host, `preferences.${language}`, content);
    return content;
  });
}

/** The files are the same for every site, so what they show is hashed here. */
async function noteShown({ shared }: PageHost, face: string, content: object): Promise<void> {
  try {
    shared.shown = { ...shared.shown, [face]: await hashShown(content) };
  } catch {
    // without https there is no WebCrypto
  }
}
