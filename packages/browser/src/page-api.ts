import { type ChoiceAct, type ConsentState, type DecisionStatus, guarded } from '@consentry/core';
import type { Deciding } from './parts.js';
import { VERSION } from './version.js';

/** What a page can listen to, by `on` and as DOM events `consentry:<name>` on the document. */
export type PageEvent = 'ready' | 'decision' | 'released';

/** `window.consentry` after the script has run; before, an array whose functions are called with this. */
export interface PageApi {
  /** Shows the banner, if there is something to ask. */
  show(): void;
  /** Opens the preferences dialog. */
  showPreferences(): void;
  /** Grants the ids, or every purpose that no browser signal refuses. Resolves when it has taken effect. */
  grant(...ids: string[]): Promise<void>;
  /** Denies the ids, or every purpose. Resolves when it has taken effect. */
  deny(...ids: string[]): Promise<void>;
  /** Takes grants back: the ids, or every purpose. Resolves when it has taken effect. */
  withdraw(...ids: string[]): Promise<void>;
  /** Several choices in one decision: `{ analytics: "grant", youtube: "deny" }`. */
  decide(choices: Readonly<Record<string, ChoiceAct>>): Promise<void>;
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
  /** Runs each function with this object, as the queue before it promised. */
  push(...fns: ((api: PageApi) => void)[]): void;
  readonly version: string;
}

/**
 * The page's API; nothing it is given can throw into the caller, and its promises do not reject.
 * `withDeciding` runs with the deciding half as soon as it is loaded, and never rejects.
 */
export function createPageApi(
  state: ConsentState,
  show: () => void,
  openPreferences: () => void,
  withDeciding: <T>(run: (deciding: Deciding) => T) => Promise<T | void>,
  onError: (error: unknown) => void,
): PageApi {
  const act =
    (name: 'grant' | 'deny') =>
    (...ids: string[]) =>
      withDeciding(({ manager }) => manager[name](ids[0] === undefined ? ids[0] : ids));
  const receipts = async () => (await withDeciding((deciding) => deciding.receipts())) ?? [];
  const api: PageApi = {
    show,
    showPreferences: () => openPreferences(),
    grant: act('grant'),
    deny: act('deny'),
    withdraw: act('deny'),
    decide: (choices) => withDeciding(({ manager }) => manager.decide(choices)),
    isAllowed: state.isAllowed,
    whenAllowed: state.whenAllowed,
    status: state.status,
    on(event, listener) {
      const call = ({ detail }: Event & { detail?: unknown }) => listener(detail);
      document.addEventListener(`consentry:${event}`, call);
      // Whoever holds this object comes after the event.
      if (event === 'ready') api.push(listener);
      return () => document.removeEventListener(`consentry:${event}`, call);
    },
    receipt: async () => (await receipts())[0],
    receipts,
    push(...fns) {
      for (const fn of fns) guarded(() => fn(api), onError);
    },
    version: VERSION,
  };
  return api;
}
