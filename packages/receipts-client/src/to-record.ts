import type { Decision } from '@consentry/core';
import type { ConsentRecord } from '@consentry/receipts';

/** What a record says beyond the decision itself. */
export interface RecordSource {
  /** Id of the site in its config, e.g. `"omakase"`. */
  readonly site: string;
  /** Version of the software that makes the record. */
  readonly sdk: string;
}

/** The consent record of a decision. Pure; validating it is the server's work. */
export function toRecord(decision: Decision, { site, sdk }: RecordSource): ConsentRecord {
  // Spelled out and not spread: whatever else a page puts into a decision must not ride along.
  return {
    schema: 'consentry-record-1',
    id: decision.id,
    subject: decision.subject,
    site,
    notice: { version: decision.noticeVersion, language: decision.language, hash: decision.shown },
    regime: decision.model,
    via: decision.via,
    signals: { gpc: decision.gpc },
    choices: decision.choices,
    statuses: decision.statuses,
    givenAt: new Date(decision.at).toISOString(),
    previous: decision.previous,
    sdk,
  };
}
