import { handOver } from './hand-over.js';
import type { DecidePart } from './parts.js';
import { type PreferencesHashes, startDeciding } from './start-deciding.js';

/** The whole of the file that takes decisions, for sites that keep no records: half the size. */
export function decideFileWithoutRecords(hashes: PreferencesHashes): void {
  const part: DecidePart = (host) => startDeciding(host, hashes);
  handOver().deliver(part);
}
