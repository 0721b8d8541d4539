import { countKeysIn } from '../insights/counts.js';
import type { Addition, AddResult, ReceiptStore } from '../store.js';
import { createGroupCommit, type GroupCommitOptions } from './group-commit.js';
import { checkDurability, connect } from './postgres-connection.js';
import { createPostgresCounters } from './postgres-counters.js';
import { createPostgresDeliveries } from './postgres-deliveries.js';
import { createPostgresLog } from './postgres-log.js';
import { migratePostgres } from './postgres-migrations.js';
import { makePartitions } from './postgres-partitions.js';
import { createPostgresPeople } from './postgres-people.js';
import { createRecords } from './postgres-records.js';
import { createPostgresSightings } from './postgres-sightings.js';
import { confirmDuplicates } from './postgres-standby.js';
import { createPostgresTokens } from './postgres-tokens.js';
import { createPostgresTransfer } from './postgres-transfer.js';

/** Options of {@link openPostgresStore}. */
export interface PostgresStoreOptions extends GroupCommitOptions {
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

const SIX_HOURS_MS = 6 * 3_600_000;

/**
 * A store in PostgreSQL, shared by any number of server processes. Brings its tables up to date, whichever process is
 * first. Rejects when the database cannot be reached, was written by a later version, or is set up to forget.
 *
 * @param url e.g. `"postgres://consentry:secret@db.example/consentry"`
 */
export async function openPostgresStore(
  url: string,
  { now = Date.now, lanes = 2, ...options }: PostgresStoreOptions = {},
): Promise<ReceiptStore> {
  const connections = connect(url);
  try {
    await checkDurability(connections);
    await migratePostgres(connections);
    await makePartitions(connections, now());
  } catch (error) {
    await connections.close();
    throw error;
  }
  const partitions = setInterval(
    // What has no partition goes into the default one, so a failure only costs tidiness.
    () => void makePartitions(connections, now()).catch(() => {}),
    SIX_HOURS_MS,
  ).unref();
  const records = createRecords(connections);
  const log = createPostgresLog(connections);
  const addAll = async (additions: Addition[]) => {
    const results = await records.addAll(additions);
    await confirmDuplicates(connections, additions, results);
    return results;
  };
  const commits = createGroupCommit<Addition, AddResult>(addAll, { ...options, lanes });
  let closing: Promise<void> | undefined;

  return {
    add: (record, acts = [], countKeys = countKeysIn(record.text)) =>
      commits.add({ record, acts, countKeys }),
    get: records.get,
    list: records.list,
    deliveries: createPostgresDeliveries(connections),
    log,
    people: createPostgresPeople(connections),
    tokens: createPostgresTokens(connections),
    counters: createPostgresCounters(connections),
    sightings: createPostgresSightings(connections),
    transfer: createPostgresTransfer(connections, log),
    async putShown({ hash, text }) {
      await connections.query('INSERT INTO consentry_shown VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        hash,
        text,
      ]);
    },
    async getShown(hash) {
      const [row] = await connections.query('SELECT text FROM consentry_shown WHERE hash = $1', [hash]);
      return row && String(row.text);
    },
    close() {
      clearInterval(partitions);
      closing ??= commits.end().then(() => connections.close());
      return closing;
    },
  };
}
