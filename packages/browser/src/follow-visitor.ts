import { createTabChannel } from '@consentry/core';
import type { LazyFile } from './file-loader.js';
import { followPage } from './follow-page.js';
import { pickLanguage } from './language.js';
import type { AskHashes, AskPart, Deciding, ReleaseHost, Releasing } from './parts.js';
import { hasUnsentRecords } from './unsent-records.js';

/** What a page does for its visitor. */
export interface Visitor extends Releasing {
  /** Asks what has to be asked, and sends what an earlier page has left unsent. */
  greet(): void;
}

/** Keeps up with what the visitor does here and in other tabs, and loads what asks once that is wanted. */
export function followVisitor(host: ReleaseHost, asks: AskHashes): Visitor {
  const { state, load, onError } = host;
  const language = pickLanguage(Object.keys(asks), [document.documentElement.lang, ...navigator.languages]);
  const ask: LazyFile = [`ask.${language}`, asks[language] as string];
  const tabs = createTabChannel();
  let deciding: Deciding | undefined;
  const withDeciding: Releasing['withDeciding'] = async (run) => {
    const start = await load<AskPart>(ask);
    deciding ??= start({ ...host, tabs, language, ask });
    return await run(deciding);
  };

  tabs.listen(state.follow);
  followPage(state.refresh, (opener) => {
    withDeciding((part) => part.openPreferences(opener)).catch(onError);
  });
  return {
    withDeciding,
    greet() {
      const asked = state.$consent.get().pending[0];
      if (asked || hasUnsentRecords()) withDeciding(({ api }) => asked && api.show()).catch(onError);
    },
  };
}
