import { createOutbox, recordDecision } from '@consentry/receipts-client';
import { createSender } from '@consentry/receipts-client/sender';
import { handOver } from './hand-over.js';
import type { DecidePart } from './parts.js';
import { type KeepRecords, type PreferencesHashes, startDeciding } from './start-deciding.js';
import { VERSION } from './version.js';

const keepRecords: KeepRecords = (decider, { site, endpoint = '', onError }) => {
  const outbox = createOutbox();
  const sender = createSender({ endpoint, outbox, onError });
  // Before anything is released: the record is in the outbox when a vendor's code first runs.
  recordDecision(decider, { site, sdk: VERSION, outbox, onQueued: () => void sender.send() });
  return () => sender.receipts().map(({ text }) => JSON.parse(text));
};

/** The whole of the file that takes decisions. */
export function decideFile(hashes: PreferencesHashes): void {
  const part: DecidePart = (host) => startDeciding(host, hashes, host.endpoint ? keepRecords : undefined);
  handOver().deliver(part);
}
