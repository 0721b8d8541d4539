import { createOutbox, recordDecision } from '@consentry/receipts-client';
import { createSender } from '@consentry/receipts-client/sender';
import type { KeepRecords } from './start-deciding.js';
import { VERSION } from './version.js';

/** Puts a record of each decision into the outbox and sends what is in it. */
export const keepRecords: KeepRecords = (decider, { id, endpoint = '', onError }) => {
  const outbox = createOutbox();
  const sender = createSender({ endpoint, outbox, onError });
  // Before anything is released: the record is in the outbox when a vendor's code first runs.
  recordDecision(decider, { site: id, sdk: VERSION, outbox, onQueued: () => void sender.send() });
  return () => sender.receipts().map(({ text }) => JSON.parse(text));
};
