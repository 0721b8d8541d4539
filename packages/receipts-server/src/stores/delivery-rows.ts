import type { Standings } from '../deliveries/act.js';
import type { Contact, DeliveryState, LeasedDelivery, ListedDelivery } from '../deliveries/delivery-queue.js';

/** A row of either engine. */
type Row = Readonly<Record<string, unknown>>;

/** The person of a row of `deliveries`. */
export function toContact(row: Row): Contact {
  return { kind: row.kind as Contact['kind'], value: String(row.contact) };
}

/** A row of `deliveries` for whoever tries it. */
export function toDelivery(row: Row): LeasedDelivery {
  return {
    id: Number(row.id),
    version: Number(row.version),
    connector: String(row.connector),
    contact: toContact(row),
    standings: JSON.parse(String(row.standings)) as Standings,
    erase: Number(row.erase) === 1,
    memory: JSON.parse(String(row.memory)) as Record<string, unknown>,
    attempts: Number(row.attempts),
    failingSince: Number(row.failing_since),
  };
}

/** A row of `deliveries` for an operator. */
export function toListed(row: Row): ListedDelivery {
  const { memory: _, ...delivery } = toDelivery(row);
  return {
    ...delivery,
    state: row.state as DeliveryState,
    due: Number(row.due),
    changedAt: Number(row.changed_at),
    deliveredAt: Number(row.delivered_at),
    reason: String(row.reason),
  };
}
