import type { Counters } from './counters.js';
import { type Count, type CountKey, readKey } from './counts.js';

/** The counts of a day: which key, and how many. */
interface Day {
  readonly keys: Int32Array;
  readonly counts: Float64Array;
}

/** What is looked at; what is absent is all. */
export type CubeFilter = {
  readonly [Name in keyof Omit<CountKey, 'outcome' | 'topic'>]?: CountKey[Name] | undefined;
};

/** Counts in memory. Days that are over do not change, so that only the last ones are read again. */
export interface Cube {
  /** Makes it as new as the store, or a second older. */
  readonly refresh: () => Promise<void>;
  readonly span: () => { readonly from: string; readonly to: string } | undefined;
  /** Everything that was ever counted. */
  readonly keys: () => readonly CountKey[];
  /** Counts of a time by key, those of the filter only. */
  readonly narrow: (filter: CubeFilter) => (from: string, to: string) => ReadonlyMap<CountKey, number>;
}

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Servers whose clocks differ may still be writing into the day before. */
const OPEN_DAYS_MS = 2 * DAY_MS;

/**
 * A copy of the counters for questions. Everything is read again once an hour, for what `recount` repairs, while
 * questions are answered from the copy there is.
 *
 * @param rename what is asked about instead of what was counted: a layout's name for its hash
 */
export function createCube(
  counters: Pick<Counters, 'span' | 'read'>,
  now: () => number,
  rename: (key: CountKey) => Promise<CountKey> = async (key) => key,
): Cube {
  let days = new Map<string, Day>();
  /** The days in their order. */
  let order: string[] = [];
  const keys: CountKey[] = [];
  const numbers = new Map<string, number>();
  let readAll = Number.NEGATIVE_INFINITY;
  let readLast = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  let isReadingAll = false;

  const numberOf = async (text: string) => {
    let number = numbers.get(text);
    if (number === undefined) {
      const key = await rename(readKey(text));
      // Somebody else may have been asking for the same name.
      number = numbers.get(text) ?? keys.push(key) - 1;
      numbers.set(text, number);
    }
    return number;
  };
  const read = async (into: Map<string, Day>, from: string, to: string) => {
    const byDay = new Map<string, Count[]>();
    for (const count of await counters.read({ from, to })) {
      const list = byDay.get(count.day);
      if (list) list.push(count);
      else byDay.set(count.day, [count]);
    }
    for (const [day, counts] of byDay) {
      const found: Day = { keys: new Int32Array(counts.length), counts: new Float64Array(counts.length) };
      for (const [i, { key, count }] of counts.entries()) {
        found.keys[i] = numbers.get(key) ?? (await numberOf(key));
        found.counts[i] = count;
      }
      into.set(day, found);
    }
  };
  const sortDays = () => {
    order = [...days.keys()].sort();
  };
  const readEverything = async (span: { readonly from: string; readonly to: string }, time: number) => {
    const fresh = new Map<string, Day>();
    // A month at a time: the writer has records to store in between.
    for (let month = span.from.slice(0, 7); month <= span.to.slice(0, 7); month = nextMonth(month))
      await read(fresh, `${month}-00`, `${month}-99`);
    days = fresh;
    sortDays();
    readAll = time;
    // What was read of the last days meanwhile was put into the copy that is gone now.
    readLast = Number.NEGATIVE_INFINITY;
  };
  const readEverythingBeside = (span: { readonly from: string; readonly to: string }, time: number) => {
    isReadingAll = true;
    readEverything(span, time)
      // The next question tries again.
      .catch(() => {})
      .finally(() => {
        isReadingAll = false;
      });
  };
  const refresh = async () => {
    const time = now();
    if (time - readLast < SECOND_MS) return;
    const span = await counters.span();
    if (span && readAll === Number.NEGATIVE_INFINITY) {
      await readEverything(span, time);
    } else if (span) {
      const open = new Date(time - OPEN_DAYS_MS).toISOString().slice(0, 10);
      await read(days, open, '9999');
      sortDays();
      if (time - readAll >= HOUR_MS && !isReadingAll) readEverythingBeside(span, time);
    }
    readLast = time;
  };

  return {
    refresh() {
      reading ??= refresh().finally(() => {
        reading = undefined;
      });
      return reading;
    },
    span() {
      const [from, to] = [order[0], order.at(-1)];
      return from !== undefined && to !== undefined ? { from, to } : undefined;
    },
    keys: () => keys,
    narrow(filter) {
      const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
      const matches = Uint8Array.from(keys, (key) =>
        wanted.every(([name, value]) => key[name as keyof CubeFilter] === value) ? 1 : 0,
      );
      return (from, to) => {
        const sums = new Float64Array(keys.length);
        for (let at = firstFrom(order, from); at < order.length && (order[at] as string) <= to; at++) {
          const found = days.get(order[at] as string) as Day;
          for (let i = 0; i < found.keys.length; i++) {
            const key = found.keys[i] as number;
            if (matches[key]) sums[key] = (sums[key] as number) + (found.counts[i] as number);
          }
        }
        const result = new Map<CountKey, number>();
        for (let i = 0; i < sums.length; i++) if (sums[i]) result.set(keys[i] as CountKey, sums[i] as number);
        return result;
      };
    },
  };
}

/** Where the first of sorted texts stands that is not before `from`. */
function firstFrom(sorted: readonly string[], from: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
