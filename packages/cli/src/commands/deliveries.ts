import {
  type DeliveryQueue,
  type DeliveryState,
  type ListedDelivery,
  showDelivery,
  showHold,
} from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import { openStore, type StorePlace } from '../open-store.js';

/** Options of {@link deliveries}. */
export interface DeliveriesOptions extends StorePlace {
  /** Only this connector's. @default all */
  readonly connector?: string | undefined;
  /** Starts again what is parked, dead or waiting, and what is held. */
  readonly retry: boolean;
  readonly json: boolean;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

const OPEN = ['dead', 'parked', 'pending'] as const;

/**
 * `consentry deliveries`: what e-mail services have been told and what not, and why; also beside a running
 * server. Ends with 1 when something needs a person: a parked or dead delivery, or a key that is not accepted.
 */
export async function deliveries(options: DeliveriesOptions, print: (line: string) => void): Promise<void> {
  const { connector, retry, json, now = Date.now } = options;
  const store = await openStore(options);
  try {
    const queue = store.deliveries;
    const retried = retry ? await queue.retry({ connector, now: now() }) : undefined;
    const holds = (await queue.holds()).filter((hold) => !connector || hold.connector === connector);
    const counts = await queue.count({ connector });
    const open: ListedDelivery[] = [];
    for (const state of OPEN) open.push(...(await listAll(queue, connector, state)));
    if (json) {
      const shown = { counts, holds: holds.map(showHold), deliveries: open.map(showDelivery) };
      print(JSON.stringify({ ...(retried === undefined ? {} : { retried }), ...shown }, null, 2));
    } else {
      if (retried !== undefined)
        print(`${retried} started again; a running server takes them up in a moment.`);
      print((['delivered', ...OPEN] as const).map((state) => `${counts[state]} ${state}`).join(', '));
      for (const { connector: id, kind, until, reason } of holds.map(showHold))
        print(`${id} is held (${kind}) until ${until}: ${reason}`);
      for (const delivery of open) print(describe(delivery));
    }
    const wrongKey = holds.some(({ kind }) => kind === 'key');
    if (wrongKey || counts.parked + counts.dead > 0)
      throw new CommandError('Something needs you: see what is parked, dead or held above.', 1);
  } finally {
    await store.close();
  }
}

async function listAll(
  queue: DeliveryQueue,
  connector: string | undefined,
  state: DeliveryState,
): Promise<ListedDelivery[]> {
  const all: ListedDelivery[] = [];
  for (let page = 1; page > 0; ) {
    const found = await queue.list({ connector, state, after: all.at(-1)?.id, limit: 500 });
    all.push(...found);
    page = found.length;
  }
  return all;
}

function describe(delivery: ListedDelivery): string {
  const { id, connector, state, contact, erase, attempts, failingSince, dueAt, reason } =
    showDelivery(delivery);
  return [
    `${connector} ${id} ${contact}${erase ? ' (erase)' : ''}: ${state}`,
    ...(failingSince ? [`failing since ${failingSince} (${attempts} times)`] : []),
    ...(dueAt ? [`due ${dueAt}`] : []),
    ...(reason ? [reason] : []),
  ].join(', ');
}
