import type {
  Contact,
  DeliveryQueue,
  DeliveryState,
  Hold,
  ListedDelivery,
} from './deliveries/delivery-queue.js';
import { readParameter } from './list-records.js';

/** Answers `?connector=&state=&after=&limit=` with deliveries by id, with how many there are and what is held. */
export async function listDeliveries(request: Request, queue: DeliveryQueue): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const connector = readParameter(query, 'connector', /^[a-z][a-z0-9-]{0,49}$/, 'the id of a connector');
  const states = 'delivered, pending, parked or dead';
  const state = readParameter(query, 'state', /^(delivered|pending|parked|dead)$/, states);
  const after = Number(readParameter(query, 'after', /^\d{1,15}$/, 'the id of a delivery') ?? 0);
  const limit = Number(readParameter(query, 'limit', /^([1-9]|[1-9]\d|1\d\d|200)$/, '1 to 200') ?? 50);
  const found = await queue.list({
    connector,
    state: state as DeliveryState | undefined,
    after,
    limit: limit + 1,
  });
  const deliveries = found.slice(0, limit);
  return Response.json({
    counts: await queue.count({ connector }),
    holds: (await queue.holds()).map(showHold),
    deliveries: deliveries.map(showDelivery),
    next: found.length > limit ? deliveries.at(-1)?.id : null,
  });
}

/** A delivery for an operator's eyes: times in ISO, `null` for never, and the person shortened. */
export function showDelivery({ contact, erase, version, ...delivery }: ListedDelivery) {
  const { id, connector, state, attempts, reason, standings } = delivery;
  return {
    ...{ id, connector, state, contact: maskContact(contact), erase, version, attempts },
    changedAt: toIso(delivery.changedAt),
    deliveredAt: toIso(delivery.deliveredAt),
    failingSince: toIso(delivery.failingSince),
    dueAt: state === 'pending' ? toIso(delivery.due) : null,
    reason,
    purposes: standings,
  };
}

/** A hold for an operator's eyes. */
export function showHold({ connector, kind, since, until, reason }: Hold) {
  return { connector, kind, since: toIso(since), until: toIso(until), reason };
}

/** Enough to tell two people apart, and not enough to write to them. */
function maskContact({ kind, value }: Contact): string {
  const [name = '', host] = value.split('@');
  return kind === 'email' ? `${name.slice(0, 1)}…@${host}` : `${value.slice(0, 2)}…`;
}

function toIso(ms: number): string | null {
  return ms > 0 ? new Date(ms).toISOString() : null;
}
