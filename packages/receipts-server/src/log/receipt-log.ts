/**
 * What an entry of the log is about.
 *
 * - `record`: a consent record; it stands among the records, not among the entries
 * - `audit`: somebody looked at or changed records
 * - `request`: a person asked for something, and what was done
 * - `erasure`: entries whose contents were deleted on purpose
 * - `key`: a key that signs from now on
 */
export type EntryKind = 'audit' | 'request' | 'erasure' | 'key';

/** Something of our own in the log, beside the consent records. */
export interface LogEntry {
  /** UUIDv7. */
  readonly id: string;
  readonly kind: EntryKind;
  /** JSON; what the commitment is about. */
  readonly text: string;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
}

/** One leaf, as it stands in the log. */
export interface LogRow {
  /** From 0, without gaps. */
  readonly position: number;
  /** Id of the record or entry; empty once that was erased. */
  readonly entry: string;
  readonly commitment: Uint8Array;
  /**
   * `SHA-256(chain of the row before || commitment)`, from 32 zero bytes on. The signed root proves that
   * something was changed; this says where.
   */
  readonly chain: Uint8Array;
}

/** Something that was committed and has no position yet. */
export interface WaitingRow {
  readonly number: number;
  readonly entry: string;
  readonly commitment: Uint8Array;
}

/** A log that can grow: how large it is, its compact range, and the chain of its last row. */
export interface LogState {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
  readonly chain: Uint8Array;
}

/** A signed checkpoint, as it is kept. */
export interface StoredCheckpoint {
  readonly size: number;
  /** The C2SP text, signature and all. */
  readonly note: string;
  /** ISO time it was signed. */
  readonly at: string;
}

/** A public key that has signed for this log. */
export interface LogKey {
  readonly keyId: string;
  /** 32 bytes in base64url. */
  readonly x: string;
  /** ISO time it was first used. */
  readonly since: string;
}

/** Takes what is waiting into the log. */
export interface AppendRequest {
  readonly limit: number;
  /** Name of the process; one at a time integrates. */
  readonly owner: string;
  /** Others wait this long after the owner was last heard of. */
  readonly leaseMs: number;
}

/**
 * The append-only log in a store. What is added to the store waits, in the same commit, until one process gives
 * it a position: so there is one order, without gaps, whatever the number of writers.
 */
export interface ReceiptLog {
  /** Puts an entry of our own into the queue. Resolves when that is committed. */
  readonly add: (entry: LogEntry) => Promise<void>;
  /**
   * Gives positions to the longest waiting, all of it in one transaction. Nothing while another process is
   * doing that.
   */
  readonly append: (
    request: AppendRequest,
  ) => Promise<{ readonly appended: number; readonly state: LogState } | undefined>;
  /** Lets another process take over at once. */
  readonly release: (owner: string) => Promise<void>;
  readonly state: () => Promise<LogState>;
  /** How many wait for a position. */
  readonly waiting: () => Promise<number>;
  /** What waits, in the order it will be taken, after the one with a number. */
  readonly waitingRows: (query: { readonly after: number; readonly limit: number }) => Promise<WaitingRow[]>;
  /** Of an hour, the last is kept. Does nothing when a later one is there. */
  readonly saveCheckpoint: (checkpoint: StoredCheckpoint) => Promise<void>;
  /** The latest. */
  readonly checkpoint: () => Promise<StoredCheckpoint | undefined>;
  /** All that were kept, the smallest first. */
  readonly checkpoints: () => Promise<StoredCheckpoint[]>;
  /**
   * Hashes of complete subtrees of `2 ** level` leaves, by index, up to and without `to`. Level 0 gives commitments;
   * else only every eighth level is kept.
   */
  readonly hashes: (query: {
    readonly level: number;
    readonly from: number;
    readonly to: number;
  }) => Promise<Uint8Array[]>;
  /** Where a record or entry is; nothing while it waits. */
  readonly positionOf: (entry: string) => Promise<number | undefined>;
  /** Rows in order, from a position on. */
  readonly rows: (query: { readonly from: number; readonly limit: number }) => Promise<LogRow[]>;
  /** Entries of our own, by id, those after `after`. */
  readonly entries: (query: {
    readonly after?: string | undefined;
    readonly kind?: EntryKind | undefined;
    readonly limit: number;
  }) => Promise<LogEntry[]>;
  /** Remembers a key that signs; again for one that is there. */
  readonly addKey: (key: LogKey) => Promise<void>;
  readonly keys: () => Promise<LogKey[]>;
}

/** Of the levels of the tree, one in so many is kept: the rest is computed from at most 256 hashes. */
export const KEPT_LEVELS = 8;
