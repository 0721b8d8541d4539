import { createTabChannel } from '@consentry/core';
import { followOpeners, followPage } from './follow-page.js';
import type { Asking, Deciding, PageHost, Releasing } from './parts.js';
import { hasUnsentRecords } from './unsent-records.js';
import { whenSeen } from './when-seen.js';

/**
 * Keeps up with what the visitor does here and in other tabs, and loads what decides once that is wanted. Once there is a
 * visitor it calls `start`, asks what has to be asked, and sends what an earlier page has left unsent.
 */
export function followVisitor({ state, load, onError, shared }: PageHost, start: () => void): Releasing {
  const tabs = createTabChannel();
  shared.tabs = tabs;
  const withDeciding: Releasing['withDeciding'] = async (run) => run(await load<Deciding>('decide'));
  followOpeners((opener) => {
    withDeciding((part) => part.openPreferences(opener)).catch(onError);
  });
  whenSeen(() => {
    start();
    tabs.listen(state.follow);
    followPage(state.refresh);
    // Started, it asks by itself.
    if (state.$consent.get().pending[0]) load<Asking>('banner').catch(onError);
    if (hasUnsentRecords()) withDeciding(() => {}).catch(onError);
  });
  return { withDeciding };
}
