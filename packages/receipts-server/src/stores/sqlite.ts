import type { DeliveryQueue } from '../deliveries/delivery-queue.js';
import { countKeysIn } from '../insights/counts.js';
import type { Addition, AddResult, ReceiptStore } from '../store.js';
import { createGroupCommit, type GroupCommitOptions } from './group-commit.js';
import { packAdditions } from './record-texts.js';
import { openSqliteReader } from './sqlite-reader.js';
import { type DistantWriter, openDistantWriter } from './sqlite-thread.js';

/**
 * A store in one SQLite file, for a site on one machine. Survives `kill -9` and, if the disk honours
 * flushes, power cuts. Rejects when the file cannot be opened, or was written by a later version.
 */
export async function openSqliteStore(
  path: string,
  options: GroupCommitOptions = {},
): Promise<ReceiptStore & { readonly deliveries: DeliveryQueue }> {
  const writer = await openDistantWriter(path);
  const reader = await openReader(path, writer);
  const commits = createGroupCommit<Addition, AddResult>(
    (additions) => writer.addAll(packAdditions(additions)),
    options,
  );
  let closing: Promise<void> | undefined;

  return {
    add: (record, acts = [], countKeys = countKeysIn(record.text)) =>
      commits.add({ record, acts, countKeys }),
    get: async (id) => reader.get(id),
    list: async (query) => reader.list(query),
    deliveries: writer.deliveries,
    log: writer.log,
    people: writer.people,
    tokens: writer.tokens,
    counters: writer.counters,
    sightings: writer.sightings,
    transfer: writer.transfer,
    putShown: writer.putShown,
    getShown: writer.getShown,
    close() {
      // The writer last: whoever closes last takes what was written ahead into the file.
      closing ??= commits.end().then(() => {
        reader.close();
        return writer.close();
      });
      return closing;
    },
  };
}

/** A database in memory is seen by the connection that made it alone. */
async function openReader(path: string, writer: DistantWriter) {
  if (path === ':memory:') return { get: writer.get, list: writer.list, close() {} };
  try {
    return await openSqliteReader(path);
  } catch (error) {
    await writer.close();
    throw error;
  }
}
