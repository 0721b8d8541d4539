import { createTabChannel } from '@consentry/core';
import { followOpeners, followPage } from './follow-page.js';
import type { Asking, Deciding, PageHost, Releasing } from './parts.js';
import { hasUnsentRecords } from './unsent-records.js';

/** What a page does for its visitor. */
export interface Visitor extends Releasing {
  /** Asks what has to be asked, and sends what an earlier page has left unsent. */
  greet(): void;
}

/** Keeps up with what the visitor does here and in other tabs, and loads what decides once that is wanted. */
export function followVisitor(host: PageHost): Visitor {
  const { state, load, onError, shared } = host;
  shared.tabs = createTabChannel();
  const withDeciding: Releasing['withDeciding'] = async (run) => run(await load<Deciding>('decide'));

  shared.tabs.listen(state.follow);
  // This file comes late, and another tab may have decided before anybody listened here.
  state.refresh();
  followPage(state.refresh);
  followOpeners((opener) => {
    withDeciding((part) => part.openPreferences(opener)).catch(onError);
  });
  return {
    withDeciding,
    greet() {
      // Started, it asks by itself.
      if (state.$consent.get().pending[0]) load<Asking>('banner').catch(onError);
      if (hasUnsentRecords()) withDeciding(() => {}).catch(onError);
    },
  };
}
