import type { DecisionContext } from '@consentry/core';
import type { BannerContent, BannerHost, FaceStyle } from '@consentry/widget';
import { mountBanner } from '@consentry/widget/banner';
import { h, render } from 'preact';
import { type ContentFiles, fetchContent } from './fetch-content.js';
import { followOpeners } from './follow-page.js';
import { handOver } from './hand-over.js';
import { type Answer, keepAnswer, takeAnswer } from './kept-answer.js';
import { pickLanguage } from './language.js';
import { once } from './once.js';
import type { Asking, PageHost } from './parts.js';
import { whenSeen } from './when-seen.js';

/** A page that takes longer to come than this is given up by most who wait for it. */
const LEAVING_MS = 5000;

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
    // Until the file that releases does it: the channel to the other tabs is its doing.
    followOpeners((opener) => {
      if (!shared.tabs) withDeciding(({ openPreferences }) => openPreferences(opener));
    });
    // This file names the texts and vendors that it shows: another one may ask something else.
    const asked = `${host.files.banner} ${state.site.noticeVersion}`;
    let latest: Answer | undefined;
    const take = ({ act, ids, language }: Answer) =>
      withDeciding(({ manager }) => {
        manager[act](ids, { via: 'banner', language });
        return true;
      });
    const answer =
      (act: Answer['act']) =>
      async (ids?: readonly string[], { language }: Partial<DecisionContext> = {}) => {
        const given: Answer = { act, ids, language };
        latest = given;
        keepAnswer(asked, given);
        // The click is over first: what follows from it is long enough for a task of its own.
        await nextTask();
        const forget = () => {
          if (latest === given) keepAnswer(asked);
        };
        if (await take(given)) forget();
        // To whoever leaves, what is on its way fails too, long before the next page comes; whoever is still here is asked again.
        else setTimeout(forget, LEAVING_MS);
      };
    const banner = once(async () => {
      const language = pickLanguage(files, shared);
      const fetched = await fetchContent<BannerContent>(host.base, 'banner', files, language);
      const content = make ? await make(fetched, host, language) : fetched;
      // The banner makes room at the end of a page that scrolls, which shows when the page is there.
      await documentParsed();
      return mountBanner({
        manager: {
          ...state,
          grant: answer('grant'),
          deny: answer('deny'),
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
    const isAsked = () => state.$consent.get().pending[0];
    whenSeen(async () => {
      // While this page was rendered ahead, the visitor may have answered on the one before it.
      state.refresh();
      const kept = isAsked() && takeAnswer(asked);
      if (kept) await take(kept);
      if (!isAsked()) {
        // One in the page's own HTML has been there from the start.
        document.querySelector('consentry-banner')?.remove();
        host.load('release').catch(onError);
        return;
      }
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
async function documentParsed(): Promise<void> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  await nextTask();
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
