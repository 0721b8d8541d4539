import type { ChoiceAct, ConsentControls } from '@consentry/core';
import type { DecidingApi } from './page-api.js';

/** What the deciding half adds to the page's API. No ids mean all of them. */
export function createDecidingApi(
  { grant, deny, decide }: ConsentControls,
  others: Pick<DecidingApi, 'show' | 'showPreferences' | 'receipts'>,
): DecidingApi {
  const all = (ids: readonly string[]) => (ids.length > 0 ? ids : undefined);
  return {
    ...others,
    grant: async (...ids) => grant(all(ids)),
    deny: async (...ids) => deny(all(ids)),
    withdraw: async (...ids) => deny(all(ids)),
    // A banner in the page's own HTML says what was pressed, and in which language it asked.
    decide: async (choices, language?: string) => {
      if (choices === 'grant' || choices === 'deny')
        ({ grant, deny })[choices](undefined, { via: 'banner', language });
      else decide(choices as Readonly<Record<string, ChoiceAct>>);
    },
    receipt: async () => (await others.receipts())[0],
  };
}
