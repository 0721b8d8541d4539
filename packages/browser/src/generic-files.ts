import { hashShown } from '@consentry/receipts';
import { mountBanner } from '@consentry/widget/banner';
import { mountPreferences } from '@consentry/widget/preferences';
import type { Descriptions } from './compile.js';
import { compileBanner, compilePreferences, type WidgetTexts } from './compile-shown.js';
import { handOver } from './hand-over.js';
import { keepRecords } from './keep-records.js';
import type { AskPart, MountBanner, PreferencesPart } from './parts.js';
import { withReceipts } from './save-receipt.js';
import { shareWithPreferences } from './share-with-preferences.js';
import type { SiteConfig } from './site-config.js';
import { startDeciding } from './start-deciding.js';

/** The file that asks in the build for everybody, in one language: its content is made from the page's config. */
export function genericAskFile(
  language: string,
  texts: WidgetTexts['banner'],
  descriptions: Descriptions,
  preferences: string,
): void {
  const { shared, deliver } = handOver();
  shareWithPreferences(shared);
  const mountWith: MountBanner = async (host) => {
    const content = compileBanner(shared.config as SiteConfig, descriptions, language, texts);
    return mountBanner({ ...host, content, shown: await hashOf(content) });
  };
  const part: AskPart = (host) => startDeciding(host, { mountBanner: mountWith, preferences }, keepRecords);
  deliver(part);
}

/** As {@link genericAskFile}, for the preferences. */
export function genericPreferencesFile(
  language: string,
  texts: WidgetTexts['preferences'],
  descriptions: Descriptions,
): void {
  const { shared, deliver } = handOver();
  const part: PreferencesPart = async (host) => {
    const content = compilePreferences(shared.config as SiteConfig, descriptions, language, texts);
    return mountPreferences({ ...withReceipts(host), content, shown: await hashOf(content) });
  };
  deliver(part);
}

/** The file is the same for every site, so here the content itself is hashed. Nothing where the page may not. */
async function hashOf(content: object): Promise<string | undefined> {
  try {
    return await hashShown(content);
  } catch {
    return undefined; // without https there is no WebCrypto
  }
}
