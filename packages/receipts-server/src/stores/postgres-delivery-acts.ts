import type { ConsentRecord } from '@consentry/receipts';
import { type Act, applyActs, type Standings } from '../deliveries/act.js';
import type { Addition } from '../store.js';
import type { PostgresRow, Queryable } from './postgres-connection.js';

/** Enqueues what records say that services have to be told, in the transaction that stores them. */
export async function enqueueActs(connection: Queryable, additions: readonly Addition[]): Promise<void> {
  if (additions.length === 0) return;
  const rows = await connection.query(
    `SELECT l.subject AS linked, d.* FROM consentry_deliveries d JOIN consentry_links l ON l.delivery = d.id
      WHERE l.subject = ANY($1::text[]) ORDER BY d.id FOR UPDATE OF d`,
    [additions.map(({ record }) => record.subject)],
  );
  for (const { record, acts } of additions)
    for (const row of rows) {
      const own = acts.filter(({ connector }) => connector === row.connector);
      if (row.linked !== record.subject || Number(row.erase) === 1 || own.length === 0) continue;
      // Read anew: another record of this group may have changed it.
      const standings = await standingsAfter(connection, await standingsOf(connection, row.id), own);
      if (standings) await say(connection, row.id, standings, Date.parse(record.receivedAt));
    }
}

/** What is known after `acts`; nothing when it stays the same. */
export async function standingsAfter(
  connection: Queryable,
  standings: Standings,
  acts: readonly Act[],
  earlier = false,
): Promise<Standings | undefined> {
  const repeated = acts.flatMap(({ repeats }) => (repeats ? [repeats] : []));
  const rows =
    repeated.length === 0
      ? []
      : await connection.query('SELECT id, text FROM consentry_records WHERE id = ANY($1::uuid[])', [
          repeated,
        ]);
  const texts = new Map(rows.map(({ id, text }) => [String(id), String(text)]));
  const statusIn = (record: string, purpose: string) => {
    const text = texts.get(record);
    return text === undefined ? undefined : (JSON.parse(text) as ConsentRecord).statuses[purpose];
  };
  return applyActs(standings, acts, { earlier, statusIn });
}

/** Standings in a row of deliveries. */
export function toStandings(row: PostgresRow | undefined): Standings {
  return JSON.parse(String(row?.standings)) as Standings;
}

async function standingsOf(connection: Queryable, id: unknown): Promise<Standings> {
  const [row] = await connection.query('SELECT standings FROM consentry_deliveries WHERE id = $1', [id]);
  return toStandings(row);
}

/** Replaces what is to be told, and starts telling it. */
export async function say(
  connection: Queryable,
  id: unknown,
  standings: Standings,
  now: number,
  erase = 0,
): Promise<void> {
  await connection.query(
    `UPDATE consentry_deliveries SET standings = $2, erase = $3, version = version + 1, state = 'pending', due = $4,
      changed_at = $4, attempts = 0, failing_since = 0, reason = '' WHERE id = $1`,
    [id, JSON.stringify(standings), erase, now],
  );
}
