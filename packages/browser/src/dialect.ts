import type { ConsentState } from '@consentry/core';
import { showTemplates, translateMarks } from '@consentry/gate/dialect';
import type { createGuard } from '@consentry/gate/guard';
import { type ImportSettings, importAnswers } from './dialects/import-answers.js';
import type { Peer } from './dialects/peer.js';

export { cookiebot } from './dialects/cookiebot.js';
export { klaro } from './dialects/klaro.js';
export { onetrust } from './dialects/onetrust.js';
export { orejime } from './dialects/orejime.js';
export { tarteaucitron } from './dialects/tarteaucitron.js';
export { vanillaCookieconsent } from './dialects/vanilla-cookieconsent.js';

/** A site's dialect as builds write it: names beside each other, since builds shorten some keys of objects. */
export type DialectSettings = Omit<ImportSettings, 'categories'> & {
  readonly categories: readonly (readonly [name: string, ids: readonly string[]])[];
};

/** What the boot gives to whatever guards a page. */
type GuardHost = Parameters<typeof createGuard>[1] & { readonly id: string; readonly endpoint?: string };

/**
 * Makes a page that was written for another consent manager work unchanged: what that one has marked is marked in our way,
 * and what its visitors have told it is taken over. Answers what a boot calls where it would guard the page: both come
 * before `createGuard`, which is absent where a site marks everything.
 */
export function inDialect(
  peer: Peer,
  { categories: entries, ...others }: DialectSettings,
  guard?: typeof createGuard,
): typeof createGuard {
  const categories = new Map(entries);
  const settings = { ...others, categories };
  const idsOf = (name: string) => categories.get(name);
  return ((state: ConsentState, host: GuardHost) => {
    const { id, endpoint, policy, nonce = '' } = host;
    const onError = (error: unknown) => console.error('Consentry:', error);
    // First: what is released, and whether anybody is asked, follows from it.
    importAnswers(peer, settings, { state, id, endpoint, onError });
    if (peer.markup) translateMarks(peer.markup, { idsOf, policy });
    if (peer.templates) showTemplates(peer.templates, state, { idsOf });
    peer.open?.({ state, idsOf, policy, nonce, onError });
    return guard?.(state, host);
  }) as typeof createGuard;
}
