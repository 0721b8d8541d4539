import type { Tokens } from './access/tokens.js';
import type { Act } from './deliveries/act.js';
import type { DeliveryQueue } from './deliveries/delivery-queue.js';
import type { Sightings } from './drift/sightings.js';
import type { Counters } from './insights/counters.js';
import type { ReceiptLog } from './log/receipt-log.js';
import type { People } from './people/people.js';
import type { Transfer } from './transfer/tables.js';

/** A record as it is kept: the exact text that was posted, and the exact text that was answered. */
export interface StoredRecord {
  readonly id: string;
  readonly subject: string;
  /** ISO time, by the server's clock. */
  readonly receivedAt: string;
  /** The record, byte for byte as it came. */
  readonly text: string;
  /** SHA-256 of `text`, as `sha256` of the receipts package writes it. */
  readonly hash: string;
  /** The receipt, byte for byte as it was first answered. */
  readonly receipt: string;
  /** 16 random bytes, and the 32 of the commitment they belong to; see `sealRecord` of the receipts package. */
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
}

/** A record to be added, and what it says that services have to be told. */
export interface Addition {
  readonly record: StoredRecord;
  readonly acts: readonly Act[];
  /** What it counts for; see `countKeysOf`. */
  readonly countKeys: readonly string[];
}

/**
 * What became of an {@link ReceiptStore.add}.
 *
 * - `added`: it is committed now
 * - `duplicate`: the same text was committed earlier, and answered with `receipt`
 * - `conflict`: another text has this id; nothing was changed
 */
export type AddResult =
  | { readonly outcome: 'added' }
  | { readonly outcome: 'duplicate'; readonly receipt: string }
  | { readonly outcome: 'conflict' };

/** Which records {@link ReceiptStore.list} gives. */
export interface ListQuery {
  /** @default everybody's */
  readonly subject?: string | undefined;
  /** Only what was stored before the record with this id; an unknown id gives nothing. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Where records are kept. Every store passes the suite in `test/support/receipt-store-suite.ts`. */
export interface ReceiptStore {
  /**
   * Resolves when the record has been committed and would survive a power cut, and not before. Rejects when
   * it has not been stored, or when nobody can tell; adding it again is always safe. `acts`, what it says that
   * services have to be told, are enqueued in the same transaction for everybody the subject is linked to. The
   * counters are part of it as well: without `countKeys`, what the record says for itself.
   */
  readonly add: (
    record: StoredRecord,
    acts?: readonly Act[],
    countKeys?: readonly string[],
  ) => Promise<AddResult>;
  readonly get: (id: string) => Promise<StoredRecord | undefined>;
  /** In the order they were stored, latest first. */
  readonly list: (query: ListQuery) => Promise<StoredRecord[]>;
  /** What e-mail services have to be told. */
  readonly deliveries: DeliveryQueue;
  /** Where every record has its place, in one order; a record waits for it from the commit that stores it. */
  readonly log: ReceiptLog;
  readonly people: People;
  readonly tokens: Tokens;
  /** What was decided how often. */
  readonly counters: Counters;
  /** Hosts that pages met and the config does not account for. */
  readonly sightings: Sightings;
  /** For `copyStore`. */
  readonly transfer: Transfer;
  /** Keeps what was shown to visitors under its hash, which never means anything else. */
  readonly putShown: (shown: { readonly hash: string; readonly text: string }) => Promise<void>;
  readonly getShown: (hash: string) => Promise<string | undefined>;
  /** Finishes what was added, then lets go of the database. What is added later is rejected. */
  readonly close: () => Promise<void>;
}
