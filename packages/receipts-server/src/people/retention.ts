import type { ReceiptStore } from '../store.js';
import { eraseAll } from './erase-person.js';

/** Days a record is kept after it arrived, by the regime it was given under; 0 for ever. */
export type RetentionRules = Readonly<Partial<Record<'opt-in' | 'opt-out' | 'notice', number>>>;

/** Options of {@link createRetention}. */
export interface RetentionOptions {
  readonly store: Pick<ReceiptStore, 'people'>;
  readonly rules: RetentionRules;
  /** Told how many records were deleted, and what went wrong. */
  readonly report: (message: string) => void;
  /** Milliseconds between two runs. @default a day */
  readonly everyMs?: number;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** Deletes records that have been kept long enough. */
export interface Retention {
  /** Runs now and then every day, until `stop`. */
  start(): void;
  /** Resolves with how many records were deleted. */
  run(): Promise<number>;
  stop(): Promise<void>;
}

const DAY_MS = 86_400_000;

/**
 * Makes the job. What it deletes stands in the log by its salted hashes, so the log shows that these records and no
 * others are gone. Several processes may run it on one store.
 */
export function createRetention(options: RetentionOptions): Retention {
  const { store, rules, report, everyMs = DAY_MS, now = Date.now } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;

  const run = async () => {
    let erased = 0;
    for (const [regime, days] of Object.entries(rules)) {
      if (!days) continue;
      const before = new Date(now() - days * DAY_MS).toISOString();
      const next = () => store.people.expired({ regime, before, limit: 500 });
      const count = await eraseAll(store, next, { reason: 'retention', regime, before }, now());
      if (count > 0) report(`${count} records under "${regime}" from before ${before} were deleted.`);
      erased += count;
    }
    return erased;
  };
  const tick = () => {
    running = run().catch((error: unknown) => report(`Expired records could not be deleted: ${error}`));
  };
  return {
    start() {
      tick();
      timer ??= setInterval(tick, everyMs).unref();
    },
    run,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
