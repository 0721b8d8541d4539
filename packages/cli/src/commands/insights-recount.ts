import { type CountDifference, readKey } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import type { Progress } from '../command-line/command.js';
import { openStore, type StorePlace } from '../open-store.js';
import { say } from '../say.js';

/** Options of {@link insightsRecount}. */
export interface RecountOptions extends StorePlace {
  /** Writes anew what differs. */
  readonly repair: boolean;
  /** One JSON object instead of lines. @default false */
  readonly json?: boolean;
  readonly progress?: Progress;
}

/** Differences that are named one by one. */
const MOST_NAMED = 20;

/**
 * `consentry insights recount`: counts all records anew, a day at a time and beside a running server, and says where the
 * counters differ. Ends with 1 when they do and are left so.
 */
export async function insightsRecount(
  { repair, json = false, progress = () => {}, ...place }: RecountOptions,
  print: (line: string) => void,
): Promise<void> {
  const store = await openStore(place);
  try {
    const days = await store.counters.days();
    const found: (CountDifference & { readonly day: string })[] = [];
    for (const [i, day] of days.entries()) {
      progress(`Counting day ${i + 1} of ${days.length}`);
      for (const difference of await store.counters.recount({ day, repair }))
        found.push({ ...difference, day });
    }
    const repaired = repair ? found.length : 0;
    const differences = found.map(({ key, ...difference }) => ({ ...difference, ...readKey(key) }));
    say(print, json, { days: days.length, repaired, differences }, [
      ...found.slice(0, MOST_NAMED).map(describe),
      ...(found.length > MOST_NAMED ? [`… and ${found.length - MOST_NAMED} more`] : []),
      `${days.length} days were counted anew.`,
      ...(found.length === 0 ? ['The counters say what the records say.'] : []),
      ...(repaired > 0 ? [`${repaired} counts were written anew, without their countries.`] : []),
    ]);
    if (found.length > repaired)
      throw new CommandError(`${found.length} counts differ; --repair writes them anew.`, 1);
  } finally {
    await store.close();
  }
}

function describe({ day, key, counted, stored }: CountDifference & { readonly day: string }): string {
  const { site, version, language, topic, outcome } = readKey(key);
  return `${day} ${site} version ${version} ${language || '-'} ${topic || '-'} ${outcome}: counted ${counted}, stored ${stored}`;
}
