import type { LogEntry } from '../log/receipt-log.js';

/** A browser's random reference, tied to an account of the site. */
export interface AccountLink {
  /** The site's own name for the person: 1 to 200 visible ASCII characters. */
  readonly account: string;
  readonly subject: string;
}

/** Records of a subject that must stay, whatever is asked or expires. */
export interface LegalHold {
  readonly subject: string;
  /** What for, in the owner's words. */
  readonly reason: string;
  /** ISO time. */
  readonly since: string;
}

/** A record that may be deleted: its id, and what stands for it in the log. */
export interface Erasable {
  readonly id: string;
  readonly subject: string;
  readonly commitment: Uint8Array;
}

/** What an owner has to be able to do for a person. All of it commits before it resolves. */
export interface People {
  /** Ties a subject to an account; a subject has one, so this corrects an earlier link. */
  readonly link: (link: AccountLink & { readonly now: number }) => Promise<void>;
  /** Resolves with the account it was tied to. */
  readonly unlink: (subject: string) => Promise<string | undefined>;
  readonly subjectsOf: (account: string) => Promise<string[]>;
  readonly accountOf: (subject: string) => Promise<string | undefined>;
  /** Again for a subject that is held: changes the reason. */
  readonly hold: (hold: LegalHold) => Promise<void>;
  /** Resolves with whether there was one. */
  readonly release: (subject: string) => Promise<boolean>;
  /** By subject. */
  readonly legalHolds: () => Promise<LegalHold[]>;
  /** Records of a subject, the oldest first. */
  readonly recordsOf: (query: { readonly subject: string; readonly limit: number }) => Promise<Erasable[]>;
  /** Records under a regime that arrived before an ISO time and whose subject is not held, the oldest first. */
  readonly expired: (query: {
    readonly regime: string;
    readonly before: string;
    readonly limit: number;
  }) => Promise<Erasable[]>;
  /**
   * Deletes records with their salts, and leaves only their commitments in the log, together with `entry`, which
   * says that this was done. Nothing is deleted when one of them is held or no longer there: `changed`.
   */
  readonly erase: (request: {
    readonly ids: readonly string[];
    readonly entry: LogEntry;
  }) => Promise<'erased' | 'changed'>;
}
