import type { Outbox } from './outbox.js';

/** A record that waits to be sent. */
export interface OutboxEntry {
  readonly id: string;
  /** The exact text to send; the server answers the same text with the same receipt. */
  readonly text: string;
}

/** As the server's limit. Longer texts were not written by us. */
const MAX_TEXT_LENGTH = 16 * 1024;

/**
 * The waiting records, oldest first. Trust ends here: storage may hold anything, so entries that are no
 * record of ours are deleted and told to `onDropped`.
 */
export function readEntries(outbox: Outbox, onDropped: (id: string) => void): OutboxEntry[] {
  const entries = new Map(outbox.held);
  const prefix = `${outbox.key}.`;
  try {
    const storage = outbox.storage();
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
    for (const key of keys) {
      if (!key?.startsWith(prefix)) continue;
      const id = key.slice(prefix.length);
      const text = storage.getItem(key);
      if (text !== null && isRecordText(text, id)) {
        entries.set(id, text);
      } else {
        storage.removeItem(key);
        onDropped(id);
      }
    }
  } catch {
    // Storage refused: what this page holds in memory is all there is.
  }
  // UUIDv7 ids sort by time.
  return [...entries].map(([id, text]) => ({ id, text })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Forgets a record for good. */
export function removeEntry(outbox: Outbox, id: string): void {
  outbox.held.delete(id);
  try {
    outbox.storage().removeItem(`${outbox.key}.${id}`);
  } catch {
    // Storage refused: it never was in there.
  }
}

function isRecordText(text: string, id: string): boolean {
  if (text.length > MAX_TEXT_LENGTH) return false;
  try {
    return (JSON.parse(text) as { id?: unknown } | null)?.id === id;
  } catch {
    return false;
  }
}
