import { hash } from 'node:crypto';
import pg from 'pg';
import { ReceiptsServerError } from '../errors.js';

/** A row as the driver gives it: bigint as text, bytea as Buffer. */
export type PostgresRow = Readonly<Record<string, unknown>>;

/** What our queries need: a pool, or the one connection of a transaction. */
export interface Queryable {
  /** With `prepare` the engine reads and plans the statement once per connection: for what is asked all the time. */
  query(sql: string, values?: readonly unknown[], prepare?: boolean): Promise<PostgresRow[]>;
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
/** No such prepared statement, or there is one: a pooler has lent the connection to somebody else in between. */
const NOT_PREPARED = new Set(['26000', '42P05']);
const MOST_TRIES = 5;

/** The server takes no writes: a standby, or a primary that somebody has fenced. */
const READ_ONLY = '25006';

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
    // An address that has moved to another machine is noticed by what that answers to this. Linux would ask after two hours.
    keepAliveInitialDelayMillis: 10_000,
    // Who follows a name is at its new address after this at the latest, also where the old one still answers.
    maxLifetimeSeconds: 300,
    verify: (client, done) => void refuseReadOnly(client).then(() => done(), done),
  });
  const unconfirmed = new WeakSet<object>();
  // A connection that dies is replaced, and whoever was using it is told by the query that fails; without
  // listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    client.on('notice', (notice) => {
      if (isUnconfirmed(notice)) unconfirmed.add(client);
    });
  });

  let prepares = true;
  const run = async (
    client: pg.PoolClient,
    text: string,
    values: readonly unknown[] = [],
    prepare?: boolean,
  ) => {
    const name = prepare && prepares ? nameOf(text) : undefined;
    const { rows } = await client.query({ text, values: [...values], ...(name ? { name } : {}) });
    if (unconfirmed.has(client)) throw new Error('Committed here, and not confirmed by the standby.');
    return rows;
  };
  /** Tries once more what did nothing. */
  const persist = async <Result>(attempt: () => Promise<Result>): Promise<Result> => {
    for (let tries = 1; ; tries++)
      try {
        return await attempt();
      } catch (error) {
        const isUnprepared = NOT_PREPARED.has(codeOf(error));
        if (isUnprepared) prepares = false;
        if ((!isUnprepared && !GAVE_WAY.has(codeOf(error))) || tries >= MOST_TRIES) throw error;
      }
  };
  /** Lends a connection, which is given up after any failure but those that `settle` has put right. */
  const lend = async <Result>(
    use: (client: pg.PoolClient) => Promise<Result>,
    settle: (client: pg.PoolClient, error: unknown) => Promise<boolean> = async () => false,
  ): Promise<Result> => {
    const client = await pool.connect();
    let given: Error | boolean | undefined;
    try {
      return await use(client);
    } catch (error) {
      given = !(await settle(client, error));
      throw error;
    } finally {
      client.release(given);
    }
  };
  return {
    query: (sql, values, prepare) => persist(() => lend((client) => run(client, sql, values, prepare))),
    transaction: (steps) =>
      persist(() =>
        lend(async (client) => {
          await run(client, 'BEGIN');
          const result = await steps({
            query: (sql, values, prepare) => run(client, sql, values, prepare),
          });
          await run(client, 'COMMIT');
          return result;
        }, rollBack),
      ),
    close: () => pool.end(),
  };
}

/** The same name never means two statements, whichever versions of this share a pooler's connections. */
function nameOf(sql: string): string {
  return `consentry-${hash('sha256', sql).slice(0, 16)}`;
}

/**
 * Throws for a connection to a standby. One would read there, be ready, and refuse every record. What libpq calls
 * `target_session_attrs=read-write`, and `pg` does not know.
 */
async function refuseReadOnly(client: pg.PoolClient): Promise<void> {
  // NULL where an engine of another make has no such setting.
  const { rows } = await client.query("SELECT current_setting('transaction_read_only', true) AS value");
  if (rows[0]?.value === 'on')
    throw new Error(
      'The database takes no writes: it is a standby that was not promoted, or was made read-only.',
    );
}

/**
 * Whether a commit that waited for a synchronous standby was cut short, by `pg_cancel_backend` for example. PostgreSQL
 * warns of it and reports success all the same. The text has the language of the server, the name of its function has not.
 * https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/replication/syncrep.c
 */
function isUnconfirmed({ routine }: { readonly routine?: string | undefined }): boolean {
  return routine === 'SyncRepWaitForLSN';
}

/** Whether the connection is as before the transaction. */
async function rollBack(client: pg.PoolClient, error: unknown): Promise<boolean> {
  // After a silence, or on a connection that is gone, this would wait as long again. Closing it rolls back as well.
  if (!(error instanceof pg.DatabaseError) || error.code === READ_ONLY) return false;
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
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
