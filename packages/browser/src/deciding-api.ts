import type { ConsentControls } from '@consentry/core';
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
    decide: async (choices) => decide(choices),
    receipt: async () => (await others.receipts())[0],
  };
}
