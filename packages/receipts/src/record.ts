/** The record format this package writes and reads. A change of fields or meaning needs a new name. */
export const RECORD_SCHEMA = 'consentry-record-1';

/** Longest record text, in bytes of UTF-8, that is sent or accepted. */
export const MAX_RECORD_BYTES = 16 * 1024;

/** Most choices, and most statuses, one record may hold. */
export const MAX_ENTRIES = 200;

/** What the visitor (or, for `revoke`, the controller) did to one purpose or vendor. */
export type RecordedChoice = 'grant' | 'deny' | 'withdraw' | 'revoke';

/** Where a purpose or vendor stood after the act. */
export type RecordedStatus = 'undecided' | 'granted' | 'denied' | 'withdrawn' | 'expired' | 'revoked';

/** The notice that was on screen. */
export interface RecordedNotice {
  /** Version of the site's notice, a whole number from 1. */
  readonly version: number;
  /** Language tag it was shown in, e.g. `"ja"`; absent when nothing was shown. */
  readonly language?: string | undefined;
  /**
   * What was shown: the hash of the file that showed it, or of its content as `hashShown` writes it where one
   * file shows many contents. Absent when nothing was shown.
   */
  readonly hash?: string | undefined;
}

/**
 * The account of one decision: who, what, when, under which notice. Holds no address, browser name,
 * URL or e-mail, and the subject is a random reference that the visitor can reset.
 */
export interface ConsentRecord {
  readonly schema: typeof RECORD_SCHEMA;
  /** UUIDv7 of the decision; sending the record again changes nothing. */
  readonly id: string;
  /** Random reference of the browser, 22 characters of base64url. */
  readonly subject: string;
  /** Id of the site in its config, e.g. `"omakase"`. */
  readonly site: string;
  readonly notice: RecordedNotice;
  /** The rule set that was in force. */
  readonly regime: 'opt-in' | 'opt-out' | 'notice';
  /**
   * Where the visitor acted: `"banner"`, `"preferences"`, `"embed"`, `"page"`, `"signal"`; `"import"` for what was told to
   * another consent manager, `"import-undated"` where that has not kept when.
   */
  readonly via: string;
  /** What the browser was saying by itself at that moment. */
  readonly signals: { readonly gpc: boolean };
  /** What was chosen in this act, by purpose or vendor id. */
  readonly choices: Readonly<Record<string, RecordedChoice>>;
  /** The status of every purpose and vendor after it; exempt ones have none. */
  readonly statuses: Readonly<Record<string, RecordedStatus>>;
  /** ISO time in UTC with milliseconds, by the visitor's clock: a claim, not evidence. */
  readonly givenAt: string;
  /** Id of the record before this one; absent for a browser's first. */
  readonly previous?: string | undefined;
  /** Version of the software that made the record. */
  readonly sdk: string;
}
