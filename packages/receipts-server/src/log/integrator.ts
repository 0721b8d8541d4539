import { randomUUID } from 'node:crypto';
import { rootOf, type SigningKey, signCheckpoint } from '@consentry/receipts';
import { commitEntry } from './commit-entry.js';
import { sha256 } from './hash.js';
import type { ReceiptLog } from './receipt-log.js';

/** Options of {@link createIntegrator}. */
export interface IntegratorOptions {
  readonly log: ReceiptLog;
  readonly signingKey: SigningKey;
  /** Name of the log, see `logOrigin` of the receipts package. */
  readonly origin: string;
  /** Told what went wrong; it is tried again. */
  readonly report: (message: string) => void;
  /** Milliseconds between two looks at what is waiting, and between two signatures at least. @default 1000 */
  readonly everyMs?: number;
  /** Most entries in one transaction: whoever posts a record meanwhile waits for it. @default 250 */
  readonly mostTogether?: number;
  /** Another process takes over when this one has not been heard of for so long. @default 10000 */
  readonly leaseMs?: number;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** Takes what waits into the log, and signs what the log is then. */
export interface Integrator {
  /** Begins to look by itself, until `stop`. */
  start(): void;
  /** Integrates all that is waiting now and signs. Nothing is done when another process has the lease. */
  run(): Promise<void>;
  /** Finishes what is under way, and does it once more, so that nothing waits for the next start. */
  stop(): Promise<void>;
}

/**
 * Makes the one who gives positions. Any number of processes may run one on the same store: a lease in the
 * database lets one work, and every step is one transaction, so a process that dies in the middle leaves nothing
 * half done.
 */
export function createIntegrator(options: IntegratorOptions): Integrator {
  const { log, signingKey, origin, report, everyMs = 1000, mostTogether = 250 } = options;
  const { leaseMs = 10_000, now = Date.now } = options;
  const owner = randomUUID();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  let signed = -1;
  let introduced = false;

  /** Every key that ever signed is published, and when it came stands in the log itself. */
  const introduceKey = async () => {
    const { keyId, publicKey } = signingKey;
    const known = await log.keys();
    if (!known.some((key) => key.keyId === keyId)) {
      await log.add(commitEntry('key', { keyId, publicKey }, now()));
      await log.addKey({ keyId, x: publicKey.x, since: new Date(now()).toISOString() });
    }
    introduced = true;
  };
  const integrate = async () => {
    if (!introduced) await introduceKey();
    for (;;) {
      const result = await log.append({ limit: mostTogether, owner, leaseMs });
      if (!result) return;
      const { appended, state } = result;
      if (appended === mostTogether) continue;
      signed = Math.max(signed, (await log.checkpoint())?.size ?? -1);
      if (state.size <= signed) return;
      const note = await signCheckpoint(
        { origin, size: state.size, root: rootOf(state, sha256) },
        signingKey,
      );
      await log.saveCheckpoint({ size: state.size, note, at: new Date(now()).toISOString() });
      signed = state.size;
      return;
    }
  };
  const run = () => {
    running ??= integrate().finally(() => {
      running = undefined;
    });
    return running;
  };
  const tick = async () => {
    await run().catch((error: unknown) => report(`The log could not be written: ${error}`));
    if (!stopped) timer = setTimeout(tick, everyMs).unref();
  };

  return {
    start() {
      timer ??= setTimeout(tick, 0).unref();
    },
    run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => {}); // reported by whoever started it
      await run()
        .then(() => log.release(owner))
        .catch((error: unknown) => report(`The log could not be written: ${error}`));
    },
  };
}
