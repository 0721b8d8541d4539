import type { Connections } from './postgres-connection.js';

/** Months ahead that have their partition before the first record of them comes. */
const MONTHS_AHEAD = 2;
/** A row of the default partition is in the way. */
const CHECK_VIOLATION = '23514';

/**
 * Makes the partitions of this month, the one before and the next two. What lies in the default partition and belongs
 * into a new one is moved there. Safe with several processes.
 */
export async function makePartitions(connections: Connections, now: number): Promise<void> {
  const today = new Date(now);
  for (let ahead = -1; ahead <= MONTHS_AHEAD; ahead++) {
    const from = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead);
    const to = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead + 1);
    const name = `consentry_records_${new Date(from).toISOString().slice(0, 7).replace('-', '_')}`;
    const [there] = await connections.query('SELECT to_regclass($1) AS found', [name]);
    if (!there?.found) await makePartition(connections, name, firstId(from), firstId(to));
  }
}

async function makePartition(
  connections: Connections,
  name: string,
  from: string,
  to: string,
): Promise<void> {
  const bounds = `FOR VALUES FROM ('${from}') TO ('${to}')`;
  try {
    await connections.query(`CREATE TABLE IF NOT EXISTS ${name} PARTITION OF consentry_records ${bounds}`);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== CHECK_VIOLATION) {
      if (await isThere(connections, name)) return; // another process was faster
      throw error;
    }
    await connections.transaction(async (connection) => {
      await connection.query('SELECT version FROM consentry_version FOR UPDATE');
      const [made] = await connection.query('SELECT to_regclass($1) AS found', [name]);
      if (made?.found) return;
      await connection.query(`CREATE TABLE ${name} (LIKE consentry_records INCLUDING ALL)`);
      await connection.query(
        `WITH moved AS (DELETE FROM consentry_records_default WHERE id >= '${from}' AND id < '${to}' RETURNING *)
          INSERT INTO ${name} SELECT * FROM moved`,
      );
      await connection.query(`ALTER TABLE consentry_records ATTACH PARTITION ${name} ${bounds}`);
    });
  }
}

async function isThere(connections: Connections, name: string): Promise<boolean> {
  const [row] = await connections.query('SELECT to_regclass($1) AS found', [name]);
  return Boolean(row?.found);
}

/** The smallest UUIDv7 of a moment. */
function firstId(ms: number): string {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
