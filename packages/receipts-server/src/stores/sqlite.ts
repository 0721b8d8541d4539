import type { DeliveryQueue } from '../deliveries/delivery-queue.js';
import type { Addition, AddResult, ReceiptStore } from '../store.js';
import { createGroupCommit, type GroupCommitOptions } from './group-commit.js';
import { packAdditions, unpackRows } from './record-texts.js';
import { openDistantWriter } from './sqlite-thread.js';

/**
 * A store in one SQLite file, for a site on one machine. Survives `kill -9` and, if the disk honours
 * flushes, power cuts. Rejects when the file cannot be opened, or was written by a later version.
 */
export async function openSqliteStore(
  path: string,
  options: GroupCommitOptions = {},
): Promise<ReceiptStore & { readonly deliveries: DeliveryQueue }> {
  const writer = await openDistantWriter(path);
  const commits = createGroupCommit<Addition, AddResult>(
    (additions) => writer.addAll(packAdditions(additions)),
    options,
  );
  let closing: Promise<void> | undefined;

  return {
    add: (record, acts = [], country = '') => commits.add({ record, acts, country }),
    get: async (id) => unpackRows(await writer.get(id))[0],
    list: async (query) => unpackRows(await writer.list(query)),
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
      closing ??= commits.end().then(() => writer.close());
      return closing;
    },
  };
}
