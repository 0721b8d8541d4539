import { DeliveryError } from './delivery-error.js';
import type { Outbox } from './outbox.js';
import { type OutboxEntry, readEntries, removeEntry } from './outbox-entries.js';
import { type Outcome, postRecord } from './post-record.js';
import { createReceiptShelf, type KeptReceipt } from './receipt-shelf.js';
import { retryAfterMs, retryDelayMs } from './retry-delay.js';
import { withLock } from './with-lock.js';

/** Options of {@link createSender}. */
export interface SenderOptions {
  /** Where records are posted, e.g. `"/consentry/records"`. */
  readonly endpoint: string;
  readonly outbox: Outbox;
  /** Storage key of the kept receipts. @default "consentry-receipts" */
  readonly receiptsKey?: string;
  /** @default the page's fetch */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** From 0 up to 1. @default Math.random */
  readonly random?: () => number;
  /** @default navigator.locks, which old browsers do not have */
  readonly locks?: LockManager | undefined;
  /** Told of every receipt when it has arrived. */
  readonly onReceipt?: (receipt: KeptReceipt) => void;
  /** Told of what went wrong for good, or in a way somebody should look at. @default console.error */
  readonly onError?: (error: DeliveryError) => void;
}

/** Delivers what is in the outbox. */
export interface Sender {
  /** Sends what waits, now. Resolves when all is sent or something has to wait; never rejects. */
  readonly send: () => Promise<void>;
  /** The newest receipt of this browser. */
  readonly receipt: () => KeptReceipt | undefined;
  /** The last ten, newest first. */
  readonly receipts: () => KeptReceipt[];
  /** Stops sending and listening; what is left stays in the outbox. */
  readonly close: () => void;
}

/** A server that has not answered by then is asked again. */
const TIMEOUT_MS = 30_000;
const CALLED_OFF = 'called off';

/**
 * Starts delivering the outbox: at once, when a record is queued ({@link Sender.send}), when the network
 * or the visitor returns, when the page is hidden, and after failures with growing pauses. A record leaves
 * the outbox when the server has acknowledged it, or has said that it never will.
 */
export function createSender(options: SenderOptions): Sender {
  const {
    endpoint,
    outbox,
    fetch = (input, init) => globalThis.fetch(input, init),
    now = Date.now,
    random = Math.random,
    locks = navigator.locks as LockManager | undefined,
    onReceipt = () => {},
    onError = (error) => console.error(error),
  } = options;
  const shelf = createReceiptShelf(outbox.storage, options.receiptsKey ?? 'consentry-receipts');
  const flights = new Map<AbortController, string>();
  /** Off our hands, even if storage refuses to forget them. */
  const settled = new Set<string>();
  let failures = 0;
  let notBefore = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round: Promise<void> | undefined;
  let closed = false;

  /** A listener of the page's must not stop the delivery. */
  const tell = (run: () => void) => {
    try {
      run();
    } catch (error) {
      console.error(error);
    }
  };
  const report = (...what: ConstructorParameters<typeof DeliveryError>) =>
    tell(() => onError(new DeliveryError(...what)));
  const entries = () =>
    readEntries(outbox, (id) =>
      report('entry-dropped', `The outbox held something unreadable under "${id.slice(0, 50)}".`),
    ).filter(({ id }) => !settled.has(id));
  const nextEntry = () => {
    const flying = new Set(flights.values());
    return entries().find(({ id }) => !flying.has(id));
  };

  const settle = (id: string, outcome: Outcome) => {
    if (settled.has(id)) return;
    if (outcome.kind === 'unanswered') {
      failures++;
      const pause = Math.max(retryDelayMs(failures, random), retryAfterMs(outcome.retryAfter ?? null, now()));
      if (outcome.retryAfter) notBefore = now() + pause;
      if (outcome.unexpected) report('unexpected-answer', `${endpoint} answered ${outcome.unexpected}.`);
      schedule(pause);
      return;
    }
    failures = notBefore = 0;
    settled.add(id);
    removeEntry(outbox, id);
    if (outcome.kind === 'refused')
      report('record-refused', `The server refused record ${id}: ${outcome.reason}`);
    else if (outcome.receipt) {
      shelf.keep(outcome.receipt);
      const kept = shelf.list().find((receipt) => receipt.id === id);
      if (kept) tell(() => onReceipt(kept));
    }
  };

  /** Whether the next one may be tried. */
  const deliver = async (entry: OutboxEntry): Promise<boolean> => {
    const flight = new AbortController();
    const { signal } = flight;
    const timeout = setTimeout(() => flight.abort(), TIMEOUT_MS);
    flights.set(flight, entry.id);
    const leaving = document.visibilityState === 'hidden';
    const outcome = await postRecord(endpoint, entry, { fetch, leaving, signal });
    clearTimeout(timeout);
    flights.delete(flight);
    if (outcome.kind === 'unanswered' && signal.reason === CALLED_OFF) {
      if (!round) schedule(0);
      return true;
    }
    settle(entry.id, outcome);
    return outcome.kind !== 'unanswered';
  };

  const drain = (): Promise<void> => {
    clearTimeout(timer);
    if (closed) return Promise.resolve();
    if (now() < notBefore) {
      schedule(notBefore - now());
      return Promise.resolve();
    }
    let stuck = false;
    round ??= withLock(locks, outbox.key, async () => {
      for (let entry = nextEntry(); entry && !stuck && !closed; entry = nextEntry())
        stuck = !(await deliver(entry));
    }).then(() => {
      round = undefined;
      // A record may have come in after the last look.
      return stuck || !nextEntry() ? undefined : drain();
    });
    return round;
  };
  const schedule = (delayMs: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(drain, delayMs);
  };

  /*
   * An answer carries the decision cookie as the server saw it in the question. If a newer decision has
   * been made since, that answer would bring the older one back: it is called off, and the record is sent
   * again, when its cookie is no longer the newest and the server leaves cookies alone.
   */
  const callOff = () => {
    const newest = entries().pop()?.id ?? '';
    for (const [flight, id] of flights) if (id < newest) flight.abort(CALLED_OFF);
  };
  const send = () => {
    callOff();
    return drain();
  };

  const onStorage = ({ key, newValue }: StorageEvent) => {
    // Another tab has queued a record, and sends it.
    if (key?.startsWith(`${outbox.key}.`) && newValue !== null) callOff();
  };
  const onOnline = () => {
    failures = 0;
    drain();
  };
  const onVisibility = () => {
    if (document.visibilityState !== 'hidden') drain();
    // The last moment that is sure to come: no waiting for other tabs or answers, every record at once.
    else if (!closed && now() >= notBefore) for (const entry of entries()) deliver(entry);
  };
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('storage', onStorage, { signal });
  window.addEventListener('online', onOnline, { signal });
  document.addEventListener('visibilitychange', onVisibility, { signal });
  drain();

  return {
    send,
    receipt: () => shelf.list()[0],
    receipts: shelf.list,
    close() {
      closed = true;
      clearTimeout(timer);
      listening.abort();
    },
  };
}
