import { type CounterRow, compareCounts } from '../insights/compare-counts.js';
import type { Counters } from '../insights/counters.js';
import { addUp, type Count, countsOf, withoutCountry } from '../insights/counts.js';
import type { SqliteDatabase, SqliteRow } from './sqlite-driver.js';
import { inTransaction } from './sqlite-transaction.js';

/** {@link Counters} that answer at once, and what the transactions of records add to. */
export type SqliteCounters = {
  readonly [Method in keyof Counters]: (
    ...values: Parameters<Counters[Method]>
  ) => Awaited<ReturnType<Counters[Method]>>;
} & {
  readonly addWithin: (counts: readonly Count[]) => void;
  /** Notes that records are erased, inside of a transaction that is under way. */
  readonly eraseWithin: (records: readonly { readonly text: string; readonly receivedAt: string }[]) => void;
};

/** The counters in the table `insights`. */
export function createCounters(database: SqliteDatabase): SqliteCounters {
  const statement = (sql: string) => database.prepare(sql);
  // All of a group in one call: a call costs as much as several rows. WHERE keeps ON from being read as a join's.
  const upsert = statement(
    `INSERT INTO insights (day, key, slot, count, erased)
      SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), 0, json_extract(value, '$[2]'), json_extract(value, '$[3]')
      FROM json_each(?) WHERE TRUE
      ON CONFLICT (day, key, slot) DO UPDATE SET count = count + excluded.count, erased = erased + excluded.erased`,
  );
  const bounds = statement('SELECT min(day) AS first, max(day) AS last FROM insights');
  const between = statement(
    'SELECT day, key, sum(count) AS count, sum(erased) AS erased FROM insights WHERE day >= ? AND day <= ? GROUP BY day, key',
  );
  const keysOf = statement('SELECT key FROM insights WHERE day = ?');
  const drop = statement('DELETE FROM insights WHERE day = ? AND key = ?');
  const oldest = statement('SELECT min(received_at) AS at FROM records');
  const newest = statement('SELECT max(received_at) AS at FROM records');
  const nextRecord = statement('SELECT min(received_at) AS at FROM records WHERE received_at >= ?');
  const countedDays = statement('SELECT DISTINCT day FROM insights');
  // A time is its day, then T: what sorts before the day and U is of that day.
  const recordsOf = statement(
    'SELECT text, received_at FROM records WHERE received_at >= ? AND received_at < ?',
  );

  const write = (counts: readonly Count[], isErasure: boolean) => {
    const rows = addUp(counts).map(({ day, key, count }) =>
      isErasure ? [day, key, 0, count] : [day, key, count, 0],
    );
    if (rows.length > 0) upsert.run(JSON.stringify(rows));
  };
  const addWithin = (counts: readonly Count[]) => write(counts, false);
  return {
    addWithin,
    eraseWithin: (records) =>
      write(
        records.flatMap((record) => countsOf(record)),
        true,
      ),
    add: (counts) => inTransaction(database, () => addWithin(counts)),
    span() {
      const [row] = bounds.all();
      return row?.first ? { from: String(row.first), to: String(row.last) } : undefined;
    },
    read: ({ from, to }) => between.all(from, to).map(toRow),
    days() {
      const days = new Set(countedDays.all().map(({ day }) => String(day)));
      const last = String(newest.all()[0]?.at ?? '');
      for (let at = oldest.all()[0]?.at; at && String(at) <= last; ) {
        const day = String(at).slice(0, 10);
        days.add(day);
        at = nextRecord.all(`${day}U`)[0]?.at;
      }
      return [...days].sort();
    },
    recount: ({ day, repair }) =>
      inTransaction(database, () => {
        const records = recordsOf
          .all(day, `${day}U`)
          .map((row) => ({ text: String(row.text), receivedAt: String(row.received_at) }));
        const differences = compareCounts(day, between.all(day, day).map(toRow), records);
        for (const { key, stored } of repair ? differences : []) {
          for (const each of keysOf.all(day))
            if (withoutCountry(String(each.key)) === key) drop.run(day, String(each.key));
          if (stored > 0) addWithin([{ day, key, count: stored }]);
        }
        return differences;
      }),
  };
}

function toRow(row: SqliteRow): CounterRow {
  return {
    day: String(row.day),
    key: String(row.key),
    count: Number(row.count),
    erased: Number(row.erased),
  };
}
