import { addUpSightings, type DayOfSightings, type DriftKind, type Sightings } from '../drift/sightings.js';
import type { SqliteDatabase, SqliteRow } from './sqlite-driver.js';
import { inTransaction } from './sqlite-transaction.js';

/** {@link Sightings} that answer at once. */
export type SqliteSightings = {
  readonly [Method in keyof Sightings]: (
    ...values: Parameters<Sightings[Method]>
  ) => Awaited<ReturnType<Sightings[Method]>>;
};

/** The sightings in the table `drift`. */
export function createSightings(database: SqliteDatabase): SqliteSightings {
  const statement = (sql: string) => database.prepare(sql);
  const upsert = statement(
    `INSERT INTO drift (site, host, kind, day, count, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (site, host, kind, day) DO UPDATE SET count = count + excluded.count,
        first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)`,
  );
  const dropOld = statement('DELETE FROM drift WHERE day < ?');
  const dropRare = statement(
    `DELETE FROM drift WHERE site = ?1 AND host IN (SELECT host FROM drift WHERE site = ?1
      GROUP BY host ORDER BY sum(count) DESC, max(last_at) DESC, host LIMIT -1 OFFSET ?2)`,
  );
  const all = statement('SELECT * FROM drift ORDER BY site, host, kind, day');
  return {
    add: ({ sightings, since, mostHosts }) =>
      inTransaction(database, () => {
        for (const { site, host, kind, day, count, firstAt, lastAt } of addUpSightings(sightings))
          upsert.run(site, host, kind, day, count, firstAt, lastAt);
        dropOld.run(since);
        for (const site of new Set(sightings.map((each) => each.site))) dropRare.run(site, mostHosts);
      }),
    list: () => all.all().map(toSightings),
  };
}

/** A row of `drift`. */
export function toSightings(row: SqliteRow): DayOfSightings {
  return {
    site: String(row.site),
    host: String(row.host),
    kind: row.kind as DriftKind,
    day: String(row.day),
    count: Number(row.count),
    firstAt: String(row.first_at),
    lastAt: String(row.last_at),
  };
}
