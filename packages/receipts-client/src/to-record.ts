import type { Decision } from '@consentry/core';
import type { ConsentRecord } from '@consentry/receipts';

/** What a record says beyond the decision itself. */
export interface RecordSource {
  /** Id of the site in its config, e.g. `"omakase"`. */
  readonly site: string;
  /** Version of the software that makes the record. */
  readonly sdk: string;
}

/**
 * The consent record of a decision. Pure; validating it is the server's work. Members are in the order of canonical JSON,
 * so that the text that is posted is the text that is hashed and signed.
 */
export function toRecord(decision: Decision, { site, sdk }: RecordSource): ConsentRecord {
  // Spelled out and not spread: whatever else a page puts into a decision must not ride along.
  return {
    choices: inOrder(decision.choices),
    givenAt: new Date(decision.at).toISOString(),
    id: decision.id,
    notice: { hash: decision.shown, language: decision.language, version: decision.noticeVersion },
    previous: decision.previous,
    regime: decision.model,
    schema: 'consentry-record-1',
    sdk,
    signals: { gpc: decision.gpc },
    site,
    statuses: inOrder(decision.statuses),
    subject: decision.subject,
    via: decision.via,
  };
}

function inOrder<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  // Pairs are compared as texts; no character of an id sorts before the comma between its two.
  return Object.fromEntries(Object.entries(entries).sort());
}
