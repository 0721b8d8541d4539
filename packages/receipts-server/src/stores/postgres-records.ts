import type { Addition, AddResult, ListQuery, StoredRecord } from '../store.js';
import { byteaArray, integerArray, textArray, uuidArray } from './postgres-arrays.js';
import { type Connections, type Queryable, toBytes } from './postgres-connection.js';
import { chooseSlot } from './postgres-counters.js';
import { enqueueActs } from './postgres-delivery-acts.js';
import { toRecord } from './record-row.js';
import { shortenReceipt } from './short-receipt.js';

const COLUMNS = 'id, subject, received_at, text, hash, receipt, salt, commitment';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// One statement, so one commit and one round trip. In the order of the ids: two groups that hold the same records
// would otherwise wait for each other.
const INSERT = `
  WITH input AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::bytea[])
      AS t (${COLUMNS})
  ), added AS (
    INSERT INTO consentry_records (${COLUMNS}) SELECT ${COLUMNS} FROM input ORDER BY id
      ON CONFLICT (id) DO NOTHING RETURNING id, number, commitment
  ), waiting AS (
    INSERT INTO consentry_log_waiting (entry, commitment) SELECT id, commitment FROM added ORDER BY number
  ), counted AS (
    INSERT INTO consentry_insights (day, key, slot, count)
      SELECT day, key, $13, number FROM (
        SELECT name, count(*) AS number FROM unnest($9::uuid[], $10::integer[]) AS c (id, name)
          JOIN added USING (id) GROUP BY name
      ) AS counts JOIN unnest($11::text[], $12::text[]) WITH ORDINALITY AS k (day, key, name) USING (name)
      ORDER BY day COLLATE "C", key COLLATE "C"
      ON CONFLICT (day, key, slot) DO UPDATE SET count = consentry_insights.count + excluded.count
  )
  SELECT id FROM added`;

/** The records in PostgreSQL. */
export function createRecords(connections: Connections) {
  return {
    /** Commits all of them, or none and rejects. */
    async addAll(additions: readonly Addition[]): Promise<AddResult[]> {
      const firsts = new Map<string, Addition>();
      for (const addition of additions)
        if (!firsts.has(addition.record.id)) firsts.set(addition.record.id, addition);
      const group = [...firsts.values()];
      const withActs = group.filter(({ acts }) => acts.length > 0);
      const added =
        withActs.length === 0
          ? await insert(connections, group)
          : await connections.transaction(async (connection) => {
              const ids = await insert(connection, group);
              await enqueueActs(
                connection,
                withActs.filter(({ record }) => ids.has(record.id)),
              );
              return ids;
            });
      const isAdded = (addition: Addition) =>
        added.has(addition.record.id) && firsts.get(addition.record.id) === addition;
      // What was there before, and what came twice in this group.
      const others = additions.filter((addition) => !isAdded(addition));
      const there = await findAll(
        connections,
        others.map(({ record }) => record.id),
      );
      return additions.map((addition) => {
        if (isAdded(addition)) return { outcome: 'added' };
        const { id, text } = addition.record;
        const before = there.get(id);
        if (!before) throw new Error('A record was erased while it came again.');
        return before.text === text
          ? { outcome: 'duplicate', receipt: before.receipt }
          : { outcome: 'conflict' };
      });
    },
    async get(id: string): Promise<StoredRecord | undefined> {
      return UUID.test(id) ? (await findAll(connections, [id])).get(id) : undefined;
    },
    async list({ subject, before, limit }: ListQuery): Promise<StoredRecord[]> {
      if (before !== undefined && !UUID.test(before)) return [];
      const [bound] =
        before === undefined
          ? [{ number: '9223372036854775807' }]
          : await connections.query('SELECT number FROM consentry_records WHERE id = $1', [before]);
      if (!bound) return [];
      const rows =
        subject === undefined
          ? await connections.query(
              `SELECT ${COLUMNS} FROM consentry_records WHERE number < $1 ORDER BY number DESC LIMIT $2`,
              [bound.number, limit],
            )
          : await connections.query(
              `SELECT ${COLUMNS} FROM consentry_records WHERE subject = $1 AND number < $2 ORDER BY number DESC LIMIT $3`,
              [subject, bound.number, limit],
            );
      return rows.map((row) => toRecord(row, toBytes));
    },
  };
}

/** Resolves with the ids of those that are stored now and were not before: only what the database names is acknowledged. */
async function insert(connection: Queryable, additions: readonly Addition[]): Promise<Set<string>> {
  const texts = (read: (record: StoredRecord) => string) =>
    textArray(additions.map(({ record }) => read(record)));
  const { ids, names, days, keys } = nameCounts(additions);
  const values = [
    uuidArray(additions.map(({ record }) => record.id)),
    texts(({ subject }) => subject),
    texts(({ receivedAt }) => receivedAt),
    texts(({ text }) => text),
    texts(({ hash }) => hash),
    texts(({ receipt, text }) => shortenReceipt(receipt, text)),
    byteaArray(additions.map(({ record }) => record.salt)),
    byteaArray(additions.map(({ record }) => record.commitment)),
    uuidArray(ids),
    integerArray(names),
    textArray(days),
    textArray(keys),
    chooseSlot(),
  ];
  const rows = await connection.query(INSERT, values, true);
  return new Set(rows.map(({ id }) => String(id)));
}

/**
 * One pair of id and name for each record and what it counts for: which records are new is known only in the database.
 * What is counted is mostly the same for all, so it travels once, and its place in `days` and `keys`, from 1, names it.
 */
function nameCounts(additions: readonly Addition[]) {
  const [ids, names, days, keys]: [string[], number[], string[], string[]] = [[], [], [], []];
  const known = new Map<string, number>();
  for (const { record, countKeys } of additions) {
    const day = record.receivedAt.slice(0, 10);
    for (const key of countKeys) {
      const name = known.get(day + key) ?? keys.push(key);
      if (days.length < name) days.push(day);
      known.set(day + key, name);
      ids.push(record.id);
      names.push(name);
    }
  }
  return { ids, names, days, keys };
}

async function findAll(connection: Queryable, ids: readonly string[]): Promise<Map<string, StoredRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await connection.query(`SELECT ${COLUMNS} FROM consentry_records WHERE id = ANY($1::uuid[])`, [
    ids,
  ]);
  return new Map(rows.map((row) => [String(row.id), toRecord(row, toBytes)]));
}
