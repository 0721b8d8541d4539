import type { BannerContent } from '@consentry/widget';
import { mountBanner } from '@consentry/widget/banner';
import { handOver } from './hand-over.js';
import type { BannerPart } from './parts.js';
import { shareWithPreferences } from './share-with-preferences.js';

/** The whole of a banner file: delivers the banner with its content, and what the preferences need of it. */
export function bannerFile(content: BannerContent): void {
  const { shared, deliver } = handOver();
  shareWithPreferences(shared);
  const part: BannerPart = (host) => mountBanner({ ...host, content });
  deliver(part);
}
