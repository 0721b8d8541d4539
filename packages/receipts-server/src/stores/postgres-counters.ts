import { type CounterRow, compareCounts } from '../insights/compare-counts.js';
import type { Counters } from '../insights/counters.js';
import { addUp, type Count, countsOf, withoutCountry } from '../insights/counts.js';
import type { Connections, PostgresRow, Queryable } from './postgres-connection.js';

type RecordText = { readonly text: string; readonly receivedAt: string };

/**
 * A count is spread over slots: two groups that are committed at once would wait for each other's row of today
 * otherwise, until the disk has answered the first.
 */
const SLOTS = 4;

/** The slot of a group. */
export function chooseSlot(): number {
  return Math.floor(Math.random() * SLOTS);
}

/** Adds to counts inside of a transaction that is under way, or in one of their own. */
export async function addCounts(
  connection: Queryable,
  counts: readonly Count[],
  column: 'count' | 'erased' = 'count',
): Promise<void> {
  const sums = addUp(counts);
  if (sums.length === 0) return;
  await connection.query(
    `INSERT INTO consentry_insights (day, key, slot, ${column})
      SELECT day, key, $4, number FROM unnest($1::text[], $2::text[], $3::bigint[]) AS c (day, key, number)
      ORDER BY day COLLATE "C", key COLLATE "C"
      ON CONFLICT (day, key, slot) DO UPDATE SET ${column} = consentry_insights.${column} + excluded.${column}`,
    [sums.map(({ day }) => day), sums.map(({ key }) => key), sums.map(({ count }) => count), chooseSlot()],
  );
}

/** Notes that records are erased, inside of a transaction that is under way. */
export async function countErased(connection: Queryable, records: readonly RecordText[]): Promise<void> {
  await addCounts(
    connection,
    records.flatMap((record) => countsOf(record)),
    'erased',
  );
}

const READ = `SELECT day, key, sum(count) AS count, sum(erased) AS erased FROM consentry_insights
  WHERE day >= $1 AND day <= $2 GROUP BY day, key`;

/** The counters in PostgreSQL. */
export function createPostgresCounters(connections: Connections): Counters {
  return {
    async span() {
      const [row] = await connections.query(
        'SELECT min(day) AS first, max(day) AS last FROM consentry_insights',
      );
      return row?.first ? { from: String(row.first), to: String(row.last) } : undefined;
    },
    read: async ({ from, to }) => (await connections.query(READ, [from, to])).map(toRow),
    add: (counts) => addCounts(connections, counts),
    async days() {
      const counted = await connections.query('SELECT DISTINCT day FROM consentry_insights');
      const days = new Set(counted.map(({ day }) => String(day)));
      const next = async (from: string) =>
        (
          await connections.query(
            'SELECT received_at AS at FROM consentry_records WHERE received_at >= $1 ORDER BY received_at LIMIT 1',
            [from],
          )
        )[0]?.at;
      for (let at = await next(''); at; ) {
        const day = String(at).slice(0, 10);
        days.add(day);
        at = await next(`${day}U`);
      }
      return [...days].sort();
    },
    recount: ({ day, repair }) =>
      connections.transaction(async (connection) => {
        // Counts and records of one moment; a repair that meets another writer is tried again.
        await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        const records = await connection.query(
          'SELECT text, received_at FROM consentry_records WHERE received_at >= $1 AND received_at < $2',
          [day, `${day}U`],
        );
        const rows = (await connection.query(READ, [day, day])).map(toRow);
        const differences = compareCounts(day, rows, records.map(toText));
        for (const { key, stored } of repair ? differences : []) {
          const keys = rows.map((row) => row.key).filter((each) => withoutCountry(each) === key);
          await connection.query('DELETE FROM consentry_insights WHERE day = $1 AND key = ANY($2::text[])', [
            day,
            keys,
          ]);
          if (stored > 0) await addCounts(connection, [{ day, key, count: stored }]);
        }
        return differences;
      }),
  };
}

/** The texts of records as they are counted. */
export function toText(row: PostgresRow): RecordText {
  return { text: String(row.text), receivedAt: String(row.received_at) };
}

function toRow(row: PostgresRow): CounterRow {
  return {
    day: String(row.day),
    key: String(row.key),
    count: Number(row.count),
    erased: Number(row.erased),
  };
}
