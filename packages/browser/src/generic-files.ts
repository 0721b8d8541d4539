import { mountBanner } from '@consentry/widget/banner';
import { mountPreferences } from '@consentry/widget/preferences';
import { compileBanner, compilePreferences, type Descriptions, type WidgetTexts } from './compile.js';
import { handOver } from './hand-over.js';
import type { BannerPart, PreferencesPart } from './parts.js';
import { withReceipts } from './save-receipt.js';
import { shareWithPreferences } from './share-with-preferences.js';
import type { SiteConfig } from './site-config.js';

/** The banner file of the build for everybody, in one language: its content is made from the page's config. */
export function genericBannerFile(
  language: string,
  texts: WidgetTexts['banner'],
  descriptions: Descriptions,
): void {
  const { shared, deliver } = handOver();
  shareWithPreferences(shared);
  const part: BannerPart = (host) =>
    mountBanner({
      ...host,
      content: compileBanner(shared.config as SiteConfig, descriptions, language, texts),
    });
  deliver(part);
}

/** As {@link genericBannerFile}, for the preferences. */
export function genericPreferencesFile(
  language: string,
  texts: WidgetTexts['preferences'],
  descriptions: Descriptions,
): void {
  const { shared, deliver } = handOver();
  const part: PreferencesPart = (host) =>
    mountPreferences({
      ...withReceipts(host),
      content: compilePreferences(shared.config as SiteConfig, descriptions, language, texts),
    });
  deliver(part);
}
