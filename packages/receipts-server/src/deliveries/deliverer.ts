import type { Connector } from '../connectors/connector.js';
import { DeliveryError } from '../connectors/delivery-error.js';
import { backoffMs, holdMs } from './backoff.js';
import type { DeliveryQueue, Hold, LeasedDelivery } from './delivery-queue.js';

/** Options of {@link createDeliverer}. */
export interface DelivererOptions {
  readonly queue: DeliveryQueue;
  readonly connectors: readonly Connector[];
  /** Told once, in words, when a service stops or starts taking deliveries. Never of a person. */
  readonly report: (message: string) => void;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** From 0 to 1. @default Math.random */
  readonly random?: () => number;
  /** @default crypto.randomUUID */
  readonly newId?: () => string;
  /** Deliveries of one service at a time. @default 4 */
  readonly atOnce?: number;
  /** When a delivery passes to another worker; longer than all requests of one together. @default 120000 */
  readonly leaseMs?: number;
  /** Days of failures after which a delivery is dead. @default 14 */
  readonly giveUpAfterDays?: number;
  /** Time between two looks for what is due. @default 2000 */
  readonly pollMs?: number;
}

/** Takes what is due to the services. Any number may work on one queue. */
export interface Deliverer {
  /** Tries everything that is due now, and resolves with how many were tried. */
  readonly deliverDue: () => Promise<number>;
  /** Looks again and again, until stopped. */
  readonly start: () => void;
  /** Lets what is being told finish. */
  readonly stop: () => Promise<void>;
}

const DAY_MS = 86_400_000;
/** So many failures in a row are the service's and not the deliveries'. */
const OUTAGE = 3;

/** Makes a worker for the queue. Nothing it does rejects; what goes wrong is reported, and tried again. */
export function createDeliverer(options: DelivererOptions): Deliverer {
  const { queue, connectors, report, now = Date.now, random = Math.random } = options;
  const { newId = () => crypto.randomUUID(), atOnce = 4, leaseMs = 120_000 } = options;
  const { giveUpAfterDays = 14, pollMs = 2000 } = options;
  const failures = new Map<string, number>();
  let stopped = false;
  let wake = () => {};
  let running: Promise<void> | undefined;

  const hold = async (connector: Connector, kind: Hold['kind'], reason: string, waitMs?: number) => {
    const there = (await queue.holds()).find((each) => each.connector === connector.id);
    const since = there?.kind === kind ? there.since : now();
    const ms = waitMs ?? holdMs(kind === 'key' ? 'key' : 'outage', since, now());
    await queue.hold({ connector: connector.id, kind, since, until: now() + Math.max(1, ms), reason });
    if (there?.kind !== kind && kind !== 'rate') report(`${connector.id}: ${reason} Deliveries wait.`);
  };
  const letGo = async ({ id }: Connector) => {
    const trouble = failures.get(id) ?? 0;
    failures.set(id, 0);
    const there = (await queue.holds()).find(({ connector }) => connector === id);
    if (!there) return;
    await queue.hold({ ...there, since: 0, until: 0 });
    if (trouble > 0 || there.kind !== 'rate') report(`${id}: takes deliveries again.`);
  };

  const fail = async (
    connector: Connector,
    delivery: LeasedDelivery,
    lease: string,
    error: DeliveryError,
  ) => {
    const { id, version } = delivery;
    const end = {
      ...{ id, version, lease, now: now(), reason: error.message },
      ...(error.memory ? { memory: error.memory } : {}),
    };
    if (error.kind === 'permanent') return queue.settle({ ...end, state: 'parked' });
    const row = (failures.get(connector.id) ?? 0) + 1;
    failures.set(connector.id, row);
    // A wrong key is not the delivery's fault: it keeps its turn and is not counted against it.
    if (error.kind === 'key') {
      await queue.settle({ ...end, state: 'pending' });
      return hold(connector, 'key', error.message);
    }
    const since = delivery.failingSince || now();
    const dead = now() - since >= giveUpAfterDays * DAY_MS;
    const wait = Math.max(backoffMs(delivery.attempts + 1, random), error.waitMs ?? 0);
    await queue.settle({ ...end, state: dead ? 'dead' : 'pending', due: now() + wait, failed: true });
    if (error.waitMs !== undefined) await hold(connector, 'rate', error.message, error.waitMs);
    else if (row >= OUTAGE) await hold(connector, 'outage', error.message);
  };

  const attempt = async (connector: Connector, delivery: LeasedDelivery, lease: string) => {
    const { id, version, contact, standings, erase, memory } = delivery;
    const message = { id: `${connector.id}-${id}-${version}`, contact, standings, erase, memory };
    try {
      const { note: reason, memory: kept = memory } = await connector.deliver(message);
      await queue.settle({ id, version, lease, now: now(), state: 'delivered', reason, memory: kept });
      await letGo(connector);
    } catch (error) {
      const known =
        error instanceof DeliveryError ? error : new DeliveryError('temporary', `A fault of ours: ${error}`);
      await fail(connector, delivery, lease, known);
    }
  };

  const deliverFrom = async (connector: Connector): Promise<number> => {
    for (let tried = 0; ; ) {
      if (stopped) return tried;
      const lease = newId();
      // In trouble, one is sent ahead and the others wait for what becomes of it.
      const limit = failures.get(connector.id) ? 1 : atOnce;
      const due = await queue.lease({ connector: connector.id, now: now(), leaseMs, limit, lease });
      if (due.length === 0) return tried;
      await Promise.all(due.map((delivery) => attempt(connector, delivery, lease)));
      tried += due.length;
    }
  };
  const deliverDue = async () => {
    const counts = await Promise.all(
      connectors.map((connector) =>
        deliverFrom(connector).catch((error) => {
          report(`${connector.id}: deliveries cannot be kept: ${error}`);
          return 0;
        }),
      ),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const run = async () => {
    // Whoever starts the server may have changed the key.
    for (const each of await queue.holds().catch(() => []))
      if (each.kind === 'key') await queue.hold({ ...each, since: 0, until: 0 }).catch(() => {});
    while (!stopped) {
      await deliverDue();
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };

  return {
    deliverDue,
    start() {
      stopped = false;
      running ??= run();
    },
    async stop() {
      stopped = true;
      wake();
      await running;
      running = undefined;
    },
  };
}
