import type { ChoiceAct, ConsentManager, DecisionStatus } from '@consentry/core';

/** What a page can listen to, by `on` and as DOM events `consentry:<name>` on the document. */
export type PageEvent = 'ready' | 'decision' | 'released';

/** `window.consentry` after the script has run; before, an array whose functions are called with this. */
export interface PageApi {
  /** Shows the banner again, whatever was decided. */
  show(): void;
  /** Opens the preferences dialog. */
  showPreferences(): void;
  /** Grants the ids, or every purpose that no browser signal refuses. */
  grant(...ids: string[]): void;
  /** Denies the ids, or every purpose. */
  deny(...ids: string[]): void;
  /** Takes grants back: the ids, or every purpose. */
  withdraw(...ids: string[]): void;
  /** Several choices in one decision: `{ analytics: "grant", youtube: "deny" }`. */
  decide(choices: Readonly<Record<string, ChoiceAct>>): void;
  isAllowed(id: string): boolean;
  /** Calls `run` once, as soon as the id is allowed. Returns the way to give up. */
  whenAllowed(id: string, run: () => void): () => void;
  status(id: string): DecisionStatus | undefined;
  /** Listens; a late listener to `ready` is called at once. Returns the way to stop. */
  on(event: PageEvent, listener: (detail?: unknown) => void): () => void;
  /** The receipt of the latest decision, once the server has answered. */
  receipt(): Promise<unknown>;
  /** The receipts this browser keeps, latest first. */
  receipts(): Promise<readonly unknown[]>;
  /** Runs `fn` with this object; what the queue before us did. */
  push(...fns: ((api: PageApi) => void)[]): void;
  readonly version: string;
}

/** What the boot supplies to {@link createPageApi}. */
export interface PageApiParts {
  readonly manager: ConsentManager;
  readonly version: string;
  readonly onError: (error: unknown) => void;
  show(): void;
  showPreferences(): void;
  receipts(): Promise<readonly unknown[]>;
}

/** The page's API over a manager; nothing it is given can throw into the caller. */
export function createPageApi(parts: PageApiParts): PageApi {
  const { manager, version, onError, show, showPreferences, receipts } = parts;
  const some = (ids: string[]) => (ids.length > 0 ? ids : undefined);
  const api: PageApi = {
    show,
    showPreferences,
    grant: (...ids) => manager.grant(some(ids)),
    deny: (...ids) => manager.deny(some(ids)),
    withdraw: (...ids) => manager.deny(some(ids)),
    decide: (choices) => manager.decide(choices),
    isAllowed: manager.isAllowed,
    whenAllowed: manager.whenAllowed,
    status: manager.status,
    on(event, listener) {
      const type = `consentry:${event}`;
      const call = (dom: Event) => listener((dom as CustomEvent).detail);
      document.addEventListener(type, call);
      // The script is ready as soon as this object exists.
      if (event === 'ready') api.push(() => listener(api));
      return () => document.removeEventListener(type, call);
    },
    receipt: () => receipts().then(([latest]) => latest),
    receipts,
    push(...fns) {
      for (const fn of fns) {
        try {
          fn(api);
        } catch (error) {
          onError(error);
        }
      }
    },
    version,
  };
  return api;
}
