import { addUpSightings, type Sightings } from '../drift/sightings.js';
import type { Connections } from './postgres-connection.js';
import { toSightings } from './sqlite-sightings.js';

/** The sightings in PostgreSQL. */
export function createPostgresSightings(connections: Connections): Sightings {
  return {
    add: ({ sightings, since, mostHosts }) =>
      connections.transaction(async ({ query }) => {
        const days = addUpSightings(sightings);
        const column = (name: keyof (typeof days)[number]) => days.map((day) => day[name]);
        await query(
          `INSERT INTO consentry_drift (site, host, kind, day, count, first_at, last_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[])
            ON CONFLICT (site, host, kind, day) DO UPDATE SET count = consentry_drift.count + excluded.count,
              first_at = least(consentry_drift.first_at, excluded.first_at),
              last_at = greatest(consentry_drift.last_at, excluded.last_at)`,
          [
            ...[column('site'), column('host'), column('kind'), column('day')],
            ...[column('count'), column('firstAt'), column('lastAt')],
          ],
        );
        await query('DELETE FROM consentry_drift WHERE day < $1', [since]);
        for (const site of new Set(column('site')))
          await query(
            `DELETE FROM consentry_drift WHERE site = $1 AND host IN (SELECT host FROM consentry_drift WHERE site = $1
              GROUP BY host ORDER BY sum(count) DESC, max(last_at) DESC, host OFFSET $2)`,
            [site, mostHosts],
          );
      }),
    list: async () =>
      (await connections.query('SELECT * FROM consentry_drift ORDER BY site, host, kind, day')).map(
        toSightings,
      ),
  };
}
