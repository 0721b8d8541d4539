/** Where records wait until the server has acknowledged them. */
export interface Outbox {
  /** Each record is kept under this, a dot and its id, so that two tabs never overwrite each other's. */
  readonly key: string;
  /** The storage; throws where the browser refuses it. */
  readonly storage: () => Storage;
  /** Records that storage did not take, by id. They live as long as the page. */
  readonly held: Map<string, string>;
  /** Keeps a record's text before returning. Never throws. */
  readonly put: (id: string, text: string) => void;
}

/** Options of {@link createOutbox}. */
export interface OutboxOptions {
  /** @default localStorage */
  readonly storage?: Storage;
  /** @default "consentry-outbox" */
  readonly key?: string;
}

/**
 * An outbox that survives a closed tab, a reload and a dead network. Cleared storage, a private window
 * and Safari's seven days end what it can promise.
 */
export function createOutbox(options: OutboxOptions = {}): Outbox {
  const { key = 'consentry-outbox' } = options;
  const storage = () => options.storage ?? localStorage;
  const held = new Map<string, string>();
  return {
    key,
    storage,
    held,
    put(id, text) {
      try {
        storage().setItem(`${key}.${id}`, text);
      } catch {
        held.set(id, text); // refused or full: this page still can send it
      }
    },
  };
}
