import type { Decider } from '@consentry/core';
import type { Outbox } from './outbox.js';
import { type RecordSource, toRecord } from './to-record.js';

/** Options of {@link recordDecision}. */
export interface RecordDecisionOptions extends RecordSource {
  readonly outbox: Outbox;
  /** Called when the record is safe in the outbox: the moment to load the sender, or to call its `send`. */
  readonly onQueued?: (id: string) => void;
}

/**
 * Writes a consent record into the outbox for every decision taken in this tab, before anything is
 * released because of it. Returns the way to stop.
 */
export function recordDecision(
  manager: Pick<Decider, 'onDecision'>,
  options: RecordDecisionOptions,
): () => void {
  return manager.onDecision((decision) => {
    options.outbox.put(decision.id, JSON.stringify(toRecord(decision, options)));
    options.onQueued?.(decision.id);
  });
}
