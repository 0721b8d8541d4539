import type { BannerContent, BannerHost, FaceStyle } from '@consentry/widget';
import { mountBanner } from '@consentry/widget/banner';
import { h, render } from 'preact';
import { type ContentFiles, fetchContent } from './fetch-content.js';
import { handOver } from './hand-over.js';
import { pickLanguage } from './language.js';
import { once } from './once.js';
import type { Asking, PageHost } from './parts.js';
import { whenSeen } from './when-seen.js';

/** What builds put into the banner's file. */
export interface BannerFile {
  readonly style: FaceStyle;
  /** For the layout `modal`. */
  readonly openModal?: BannerHost['openModal'];
  /** Its contents. */
  readonly files: ContentFiles;
  /** Told each time that the banner asks by itself, where the site counts that. */
  readonly count?: (host: PageHost, language: string) => void;
}

/** Makes what was fetched into what is shown. */
export type MakeContent = (fetched: unknown, host: PageHost, language: string) => Promise<BannerContent>;

/** The whole of the file that asks. `make` is for the build for everybody, whose files hold no content of a site. */
export function bannerFile({ style, files, openModal, count }: BannerFile, make?: MakeContent): void {
  const { shared, deliver } = handOver();
  // Where it would weigh a second time.
  shared.preact = { h, render };
  deliver((host): Asking => {
    const { state, nonce, withDeciding, onError } = host;
    const banner = once(async () => {
      const language = pickLanguage(files, shared);
      const fetched = await fetchContent<BannerContent>(host.base, 'banner', files, language);
      const content = make ? await make(fetched, host, language) : fetched;
      // The banner makes room at the end of a page that scrolls, which shows when the page is there.
      await documentParsed();
      return mountBanner({
        manager: {
          ...state,
          grant: (ids, context) => withDeciding(({ manager }) => manager.grant(ids, context)),
          deny: (ids, context) => withDeciding(({ manager }) => manager.deny(ids, context)),
        },
        document,
        nonce,
        style,
        openModal,
        content,
        openPreferences: (opener) => withDeciding((deciding) => deciding.openPreferences(opener)),
      });
    });
    const show = async () => (await banner()).show();
    whenSeen(() => {
      if (!state.$consent.get().pending[0]) return;
      show()
        .then(() => count?.(host, pickLanguage(files, shared)))
        .catch(onError)
        // What deletes, follows other tabs and takes the answer comes after it, before an answer can.
        .then(() => withDeciding(() => {}));
    });
    return { show };
  });
}

/** Resolves in a task of its own: the one that ends the parsing lays out the page, which takes long enough. */
function documentParsed(): Promise<void> {
  return new Promise((resolve) => {
    const later = () => setTimeout(resolve);
    if (document.readyState !== 'loading') later();
    else document.addEventListener('DOMContentLoaded', later, { once: true });
  });
}
