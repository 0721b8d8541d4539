import pg from 'pg';
import { ReceiptsServerError } from '../errors.js';

/** A row as the driver gives it: bigint as text, bytea as Buffer. */
export type PostgresRow = Readonly<Record<string, unknown>>;

/** What our queries need: a pool, or the one connection of a transaction. */
export interface Queryable {
  query(sql: string, values?: readonly unknown[]): Promise<PostgresRow[]>;
}

/** Connections to one database. */
export interface Connections extends Queryable {
  /**
   * Runs all of it or nothing. `run` is called again when the engine gave way to another transaction, so it may
   * change nothing but the database.
   */
  transaction<Result>(run: (connection: Queryable) => Promise<Result>): Promise<Result>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Serialisation failure, deadlock: nothing was done, and a second try is right. */
const GAVE_WAY = new Set(['40001', '40P01']);
const MOST_TRIES = 5;

/** Opens a pool. Nothing is connected yet. */
export function connect(url: string): Connections {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'consentry',
    max: 10,
    connectionTimeoutMillis: 5000,
    // Longer than any query of ours: a network that was cut must not hold a request for ever.
    query_timeout: 30_000,
    keepAlive: true,
  });
  // A connection that dies is replaced, and whoever was using it is told by the query that fails; without
  // listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return {
    query: async (sql, values) => (await pool.query(sql, values as unknown[])).rows,
    async transaction(run) {
      for (let tries = 1; ; tries++) {
        const client = await pool.connect();
        let broken: Error | undefined;
        try {
          await client.query('BEGIN');
          const result = await run({
            query: async (sql, values) => (await client.query(sql, values as unknown[])).rows,
          });
          await client.query('COMMIT');
          return result;
        } catch (error) {
          await client.query('ROLLBACK').catch((reason: Error) => {
            broken = reason; // the connection is gone, and the transaction with it
          });
          if (!GAVE_WAY.has(String((error as { code?: unknown }).code)) || tries >= MOST_TRIES) throw error;
        } finally {
          client.release(broken);
        }
      }
    },
    close: () => pool.end(),
  };
}

/** Throws for a database that would acknowledge what a power cut can take back. */
export async function checkDurability(connections: Queryable): Promise<void> {
  for (const setting of ['synchronous_commit', 'fsync'] as const) {
    const [row] = await connections
      .query('SELECT current_setting($1, true) AS value', [setting])
      .catch(() => [{ value: null }]); // an engine of another make does not know it
    if (row?.value === 'off')
      throw new ReceiptsServerError(
        'not-durable',
        `The database has ${setting} off: what it acknowledges may be lost. Turn it on.`,
      );
  }
}

/** Bytes as the driver takes them. */
export function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A bytea as bytes of their own. */
export function toBytes(value: unknown): Uint8Array {
  return Uint8Array.from(value as Buffer);
}
