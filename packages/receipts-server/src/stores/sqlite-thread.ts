import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Tokens } from '../access/tokens.js';
import type { DeliveryQueue } from '../deliveries/delivery-queue.js';
import type { Sightings } from '../drift/sightings.js';
import type { Counters } from '../insights/counters.js';
import type { ReceiptLog } from '../log/receipt-log.js';
import type { People } from '../people/people.js';
import type { Transfer } from '../transfer/tables.js';
import { openSqliteWriter, type SqliteWriter } from './sqlite-writer.js';
import { answerCall, type WriterCall, type WriterMethod, type WriterPart } from './writer-call.js';

/** What comes back; call number 0 is the opening of the database. */
export type WriterAnswer =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly error: unknown };

/** The same methods, answered later. */
type Later<Methods> = {
  readonly [Name in keyof Methods]: Methods[Name] extends (...values: infer Values) => infer Result
    ? (...values: Values) => Promise<Result>
    : never;
};

/** The writer from a distance. */
export type DistantWriter = Later<Omit<SqliteWriter, WriterPart>> & {
  readonly deliveries: DeliveryQueue;
  readonly log: ReceiptLog;
  readonly people: People;
  readonly tokens: Tokens;
  readonly counters: Counters;
  readonly sightings: Sightings;
  readonly transfer: Transfer;
};

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
  // Named by whoever calls: the lists of methods are the interfaces.
  const part = <Part>(owner: WriterPart) =>
    new Proxy({} as Record<string, unknown>, {
      get: (methods, name) =>
        // Not a promise, whatever somebody awaits by mistake.
        typeof name === 'string' && name !== 'then'
          ? (methods[name] ??= method(`${owner}.${name}` as WriterMethod))
          : undefined,
    }) as Part;
  return {
    addAll: method('addAll'),
    get: method('get'),
    list: method('list'),
    putShown: method('putShown'),
    getShown: method('getShown'),
    deliveries: part<DeliveryQueue>('deliveries'),
    log: part<ReceiptLog>('log'),
    people: part<People>('people'),
    tokens: part<Tokens>('tokens'),
    counters: part<Counters>('counters'),
    sightings: part<Sightings>('sightings'),
    transfer: part<Transfer>('transfer'),
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
