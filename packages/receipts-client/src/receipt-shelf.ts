/** A receipt as the server gave it. */
export interface KeptReceipt {
  /** Id of the record it is for. */
  readonly id: string;
  /** ISO time, by the server's clock. */
  readonly receivedAt: string;
  /** The exact text: what to save as a file, and after `JSON.parse` what to `verify`. */
  readonly text: string;
}

/** The visitor's own copies of the latest receipts. */
export interface ReceiptShelf {
  readonly keep: (text: string) => void;
  /** Newest first. */
  readonly list: () => KeptReceipt[];
}

const MOST_KEPT = 10;
/** A receipt is its record and less than 1 KiB; whatever is longer is not one. */
const MAX_RECEIPT_LENGTH = 20 * 1024;

/** Keeps the last ten receipts under `key`; in memory where storage is refused. */
export function createReceiptShelf(storage: () => Storage, key: string): ReceiptShelf {
  let held: KeptReceipt[] = [];
  const list = () => {
    const kept = [...held];
    // Trust ends here: storage may hold anything.
    for (const each of readTexts(storage, key)) {
      const receipt = readReceipt(each);
      if (receipt && !kept.some(({ id }) => id === receipt.id)) kept.push(receipt);
    }
    return kept.slice(0, MOST_KEPT);
  };
  return {
    list,
    keep(text) {
      const receipt = readReceipt(text);
      if (!receipt) return;
      const kept = [receipt, ...list().filter(({ id }) => id !== receipt.id)].slice(0, MOST_KEPT);
      try {
        storage().setItem(key, JSON.stringify(kept.map((each) => each.text)));
        held = [];
      } catch {
        held = kept; // refused or full: this page still can offer them
      }
    },
  };
}

function readTexts(storage: () => Storage, key: string): unknown[] {
  try {
    const text = storage().getItem(key) ?? '[]';
    const texts: unknown = text.length > 2 * MOST_KEPT * MAX_RECEIPT_LENGTH ? [] : JSON.parse(text);
    return Array.isArray(texts) ? texts : [];
  } catch {
    return [];
  }
}

function readReceipt(text: unknown): KeptReceipt | undefined {
  if (typeof text !== 'string' || text.length > MAX_RECEIPT_LENGTH) return undefined;
  try {
    const { record, receivedAt } = JSON.parse(text);
    return typeof record.id === 'string' && typeof receivedAt === 'string'
      ? { id: record.id, receivedAt, text }
      : undefined;
  } catch {
    return undefined;
  }
}
