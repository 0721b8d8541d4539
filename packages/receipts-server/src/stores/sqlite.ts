import type { DeliveryQueue } from '../deliveries/delivery-queue.js';
import type { Addition, AddResult, ReceiptStore } from '../store.js';
import { packAdditions } from './addition-message.js';
import { createGroupCommit, type GroupCommitOptions } from './group-commit.js';
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
  const add = createGroupCommit<Addition, AddResult>(
    (additions) => writer.addAll(packAdditions(additions)),
    options,
  );
  const adding = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  return {
    add(record, acts = [], country = '') {
      if (closing) return Promise.reject(new Error('The store is closed.'));
      const added = add({ record, acts, country });
      adding.add(added);
      const done = () => adding.delete(added);
      added.then(done, done);
      return added;
    },
    get: writer.get,
    list: writer.list,
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
      closing ??= Promise.allSettled(adding).then(() => writer.close());
      return closing;
    },
  };
}
