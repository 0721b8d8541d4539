import { commit, createSalt } from '@consentry/receipts';
import { createRecordId } from '../record-id.js';
import { sha256 } from './hash.js';
import type { EntryKind, LogEntry } from './receipt-log.js';

/** Makes an entry of our own, ready for the log. `contents` are JSON data. */
export function commitEntry(kind: EntryKind, contents: object, now: number): LogEntry {
  const text = JSON.stringify({
    schema: `consentry-${kind}-1`,
    at: new Date(now).toISOString(),
    ...contents,
  });
  const salt = createSalt();
  return {
    id: createRecordId(now),
    kind,
    text,
    salt,
    commitment: commit(salt, [new TextEncoder().encode(text)], sha256),
  };
}
