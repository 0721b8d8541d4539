import type { Standings } from './act.js';

/** How a service knows a person. Addresses are kept trimmed and in lower case. */
export interface Contact {
  readonly kind: 'email' | 'id';
  readonly value: string;
}

/** Ties a browser's random reference to a person at one service. */
export interface Link {
  readonly subject: string;
  readonly connector: string;
  readonly contact: Contact;
  /** The purposes that the connector carries: what the subject's records said on them is delivered at once. */
  readonly purposes: readonly string[];
}

/**
 * Where a delivery stands.
 *
 * - `delivered`: the service has been told everything
 * - `pending`: it has not; it is tried, and tried again
 * - `parked`: the service refused it for good, with a reason; the next decision or a person starts it again
 * - `dead`: the service could not be reached for too long; as `parked`
 */
export type DeliveryState = 'delivered' | 'pending' | 'parked' | 'dead';

/** A delivery that was taken to be tried, by one worker at a time. */
export interface LeasedDelivery {
  readonly id: number;
  /** Counts what was said; a later one replaces an earlier one that has not gone out. */
  readonly version: number;
  readonly connector: string;
  readonly contact: Contact;
  readonly standings: Standings;
  /** The person is to be deleted at the service. */
  readonly erase: boolean;
  /** What the connector wanted to remember of this person. */
  readonly memory: Readonly<Record<string, unknown>>;
  /** Failures in a row before this try. */
  readonly attempts: number;
  /** Milliseconds since 1970 of the first failure in the row; 0 when there was none. */
  readonly failingSince: number;
}

/** Takes what is due. */
export interface LeaseRequest {
  readonly connector: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** After this time somebody else may take them; longer than any try can last. */
  readonly leaseMs: number;
  readonly limit: number;
  /** A name for this lease that nobody else uses. */
  readonly lease: string;
}

/** What became of a try. */
export interface Settlement {
  readonly id: number;
  readonly version: number;
  readonly lease: string;
  readonly now: number;
  /** `pending` is tried again at `due`. */
  readonly state: DeliveryState;
  readonly due?: number;
  /** Why not, or what an operator should know; empty for nothing. */
  readonly reason: string;
  /** Whether it counts as one more failure in a row. */
  readonly failed?: boolean;
  readonly memory?: Readonly<Record<string, unknown>>;
}

/** Why nothing goes to a service for now. */
export interface Hold {
  readonly connector: string;
  /**
   * - `key`: it does not accept our key
   * - `rate`: it asked us to wait
   * - `outage`: it has failed several times in a row
   */
  readonly kind: 'key' | 'rate' | 'outage';
  /** Milliseconds since 1970: held from, and until; then one delivery is tried. */
  readonly since: number;
  readonly until: number;
  readonly reason: string;
}

/** A delivery as it is shown to an operator. */
export interface ListedDelivery extends Omit<LeasedDelivery, 'memory'> {
  readonly state: DeliveryState;
  /** Milliseconds since 1970; 0 for never. */
  readonly due: number;
  readonly changedAt: number;
  readonly deliveredAt: number;
  readonly reason: string;
}

/** Which deliveries {@link DeliveryQueue.list} gives. */
export interface DeliveryQuery {
  /** @default all */
  readonly connector?: string | undefined;
  /** @default all */
  readonly state?: DeliveryState | undefined;
  /** Only those with a larger id. @default 0 */
  readonly after?: number | undefined;
  readonly limit: number;
}

/**
 * What has to be told to services, one delivery for each person at each service. It holds the latest
 * standings, not a history: what is said before the last word went out replaces it. Every queue passes the
 * suite in `test/support/delivery-queue-suite.ts`.
 *
 * `ReceiptStore.add` enqueues in the transaction that stores the record; all methods here commit before they
 * resolve.
 */
export interface DeliveryQueue {
  /**
   * Links, and enqueues what the subject's records said so far; again for a link that is there. Replaces the
   * subject's earlier link to the same connector. `being-erased`: nothing was linked, since the service has
   * not yet been told to delete this person.
   */
  readonly link: (link: Link & { readonly now: number }) => Promise<'linked' | 'being-erased'>;
  /** Ends all links of a subject. A person nobody is linked to is forgotten once everything was delivered. */
  readonly unlink: (subject: string) => Promise<void>;
  /** Ends all links to a person and enqueues the deletion there. A person who is not known is deleted as well. */
  readonly erase: (person: {
    readonly connector: string;
    readonly contact: Contact;
    readonly now: number;
  }) => Promise<void>;
  /** The people a subject is linked to. */
  readonly contactsOf: (
    subject: string,
  ) => Promise<{ readonly connector: string; readonly contact: Contact }[]>;
  /** A person's standings, and who is linked to it, the latest link first. */
  readonly find: (person: {
    readonly connector: string;
    readonly contact: Contact;
  }) => Promise<{ readonly standings: Standings; readonly subjects: readonly string[] } | undefined>;
  /** The longest due first; nothing while the connector is held or what is due is with somebody else. */
  readonly lease: (request: LeaseRequest) => Promise<LeasedDelivery[]>;
  /** Ends a lease. Does nothing when it has passed to somebody else; leaves pending what has changed since. */
  readonly settle: (settlement: Settlement) => Promise<void>;
  /** Holds a connector; with `until` in the past, lets it go. */
  readonly hold: (hold: Hold) => Promise<void>;
  readonly holds: () => Promise<Hold[]>;
  /** By id. */
  readonly list: (query: DeliveryQuery) => Promise<ListedDelivery[]>;
  /** How many there are in each state. */
  readonly count: (what: {
    /** @default all */
    readonly connector?: string | undefined;
  }) => Promise<Record<DeliveryState, number>>;
  /** Starts again what is parked, dead or waiting, and lets connectors go. Resolves with how many there were. */
  readonly retry: (what: {
    readonly connector?: string | undefined;
    readonly now: number;
  }) => Promise<number>;
}
