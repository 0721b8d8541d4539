import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { DeliveryQueue } from '../deliveries/delivery-queue.js';
import { openSqliteWriter, type SqliteWriter } from './sqlite-writer.js';
import { answerCall, type WriterCall, type WriterMethod } from './writer-call.js';

/** What comes back; call number 0 is the opening of the database. */
export type WriterAnswer =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly error: unknown };

/** The writer from a distance: the same methods, answered later. */
export type DistantWriter = {
  readonly [Method in Exclude<keyof SqliteWriter, 'deliveries'>]: (
    ...values: Parameters<SqliteWriter[Method]>
  ) => Promise<ReturnType<SqliteWriter[Method]>>;
} & { readonly deliveries: DeliveryQueue };

/**
 * Opens the writer in a thread of its own. Where the thread's file is not beside this one (the package has
 * been bundled into something else, or runs from its sources) the writer works in this thread instead: just
 * as safe, but each commit holds up the event loop.
 */
export async function openDistantWriter(path: string): Promise<DistantWriter> {
  const file = new URL('./sqlite-worker.js', import.meta.url);
  const call = existsSync(file) ? await startThread(file, path) : await openHere(path);
  const method =
    (name: WriterMethod) =>
    (...[argument]: unknown[]) =>
      call(name, argument) as Promise<never>;
  return {
    addAll: method('addAll'),
    get: method('get'),
    list: method('list'),
    deliveries: {
      link: method('deliveries.link'),
      unlink: method('deliveries.unlink'),
      erase: method('deliveries.erase'),
      contactsOf: method('deliveries.contactsOf'),
      find: method('deliveries.find'),
      lease: method('deliveries.lease'),
      settle: method('deliveries.settle'),
      hold: method('deliveries.hold'),
      holds: method('deliveries.holds'),
      list: method('deliveries.list'),
      count: method('deliveries.count'),
      retry: method('deliveries.retry'),
    },
    close: method('close'),
  };
}

type Call = (method: WriterMethod, argument: unknown) => Promise<unknown>;

async function openHere(path: string): Promise<Call> {
  const writer = await openSqliteWriter(path);
  return async (method, argument) => {
    // Let the requests that are already here join the queue.
    await new Promise((resolve) => setImmediate(resolve));
    return answerCall(writer, { method, argument });
  };
}

async function startThread(file: URL, path: string): Promise<Call> {
  const thread = new Worker(file, { workerData: { path } });
  const pending = new Map<number, (answer: WriterAnswer) => void>();
  let calls = 0;
  let failure: unknown;

  const answerTo = (number: number) =>
    new Promise((resolve, reject) => {
      pending.set(number, (answer) => ('error' in answer ? reject(answer.error) : resolve(answer.result)));
    });
  const stop = (error: unknown) => {
    failure ??= error;
    for (const [number, settle] of pending) settle({ number, error: failure });
    pending.clear();
  };
  thread.on('message', (answer: WriterAnswer) => {
    pending.get(answer.number)?.(answer);
    pending.delete(answer.number);
  });
  thread.on('error', stop);
  thread.on('exit', () => stop(new Error('The database thread has ended.')));
  await answerTo(0);

  return (method, argument) => {
    if (failure) return Promise.reject(failure);
    const call: WriterCall = { number: ++calls, method, argument };
    thread.postMessage(call);
    return answerTo(call.number);
  };
}
