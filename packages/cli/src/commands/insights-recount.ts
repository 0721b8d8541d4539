import { readKey } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import { openStore, type StorePlace } from '../open-store.js';

/** Options of {@link insightsRecount}. */
export interface RecountOptions extends StorePlace {
  /** Writes anew what differs. */
  readonly repair: boolean;
}

/** Differences that are named one by one. */
const MOST_NAMED = 20;

/**
 * `consentry insights recount`: counts all records anew, a day at a time and beside a running server, and says where the
 * counters differ. Ends with 1 when they do and are left so.
 */
export async function insightsRecount(
  { repair, ...place }: RecountOptions,
  print: (line: string) => void,
): Promise<void> {
  const store = await openStore(place);
  try {
    const days = await store.counters.days();
    let different = 0;
    for (const day of days)
      for (const { key, counted, stored } of await store.counters.recount({ day, repair })) {
        if (++different > MOST_NAMED) continue;
        const { site, version, language, topic, outcome } = readKey(key);
        print(
          `${day} ${site} version ${version} ${language || '-'} ${topic || '-'} ${outcome}: counted ${counted}, stored ${stored}`,
        );
      }
    if (different > MOST_NAMED) print(`… and ${different - MOST_NAMED} more`);
    print(`${days.length} days were counted anew.`);
    if (different === 0) print('The counters say what the records say.');
    else if (repair) print(`${different} counts were written anew, without their countries.`);
    else throw new CommandError(`${different} counts differ; --repair writes them anew.`, 1);
  } finally {
    await store.close();
  }
}
