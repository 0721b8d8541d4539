import type { BannerContent } from '@consentry/widget';
import { mountBanner } from '@consentry/widget/banner';
import { handOver } from './hand-over.js';
import type { AskPart } from './parts.js';
import { shareWithPreferences } from './share-with-preferences.js';
import { type KeepRecords, startDeciding } from './start-deciding.js';

export { keepRecords } from './keep-records.js';

/**
 * The whole of a file that asks in one language and takes the answer. `preferences` is the hash of that language's
 * preferences; `keepRecords` is left out where a site keeps none, and weighs nothing then.
 */
export function askFile(content: BannerContent, preferences: string, keepRecords?: KeepRecords): void {
  const { shared, deliver } = handOver();
  shareWithPreferences(shared);
  const part: AskPart = (host) =>
    startDeciding(
      host,
      {
        preferences,
        mountBanner: (widget) => mountBanner({ ...widget, content }),
      },
      keepRecords,
    );
  deliver(part);
}
