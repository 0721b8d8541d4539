import type { Addition, AddResult } from '../store.js';
import type { Connections } from './postgres-connection.js';

/**
 * Resolves when what was found instead of added is as safe as what was added.
 *
 * A commit whose wait for the synchronous standby was cut short, by a crash of the primary for example, is visible on
 * the primary and may be missing on the standby. Finding it writes nothing, and so waits for nobody: whoever sends
 * the record again would be told that it is stored. A lock is a write, and comes after the record in the write-ahead log.
 * https://www.postgresql.org/docs/15/warm-standby.html#SYNCHRONOUS-REPLICATION
 */
export async function confirmDuplicates(
  connections: Connections,
  additions: readonly Addition[],
  results: readonly AddResult[],
): Promise<void> {
  const ids = additions.map(({ record }) => record.id).filter((_, i) => results[i]?.outcome === 'duplicate');
  if (ids.length === 0) return;
  await connections.query(
    'SELECT id FROM consentry_records WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE',
    [ids],
  );
}
