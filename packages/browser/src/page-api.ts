import { type ChoiceAct, type ConsentState, type DecisionStatus, guarded } from '@consentry/core';
import type { Deciding } from './parts.js';
import { VERSION } from './version.js';

/**
 * What a page can listen to, by `on` and as DOM events `consentry:<name>` on the document. `change` comes also when
 * another tab has decided, and only in builds whose config leaves it to the Tag Manager template to tell Google.
 */
export type PageEvent = 'ready' | 'decision' | 'change' | 'released' | 'leftover';

/** `window.consentry` after the script has run; before, an array whose functions are called with this. */
export interface PageApi {
  /** Shows the banner, if there is something to ask. Resolves when it is there. */
  show(): Promise<void>;
  /** Opens the preferences dialog. Resolves when it is there. */
  showPreferences(): Promise<void>;
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

/** What of the API needs the deciding half, which has it under the same names. */
export type DecidingApi = Omit<
  PageApi,
  'isAllowed' | 'whenAllowed' | 'status' | 'on' | 'push' | 'version' | 'decide'
> & {
  /** As the page's, and an act on everything in a language, for a banner in the page's own HTML. */
  decide(choices: Readonly<Record<string, ChoiceAct>> | 'grant' | 'deny', language?: string): Promise<void>;
};

const DECIDING = [
  'show',
  'showPreferences',
  'grant',
  'deny',
  'withdraw',
  'decide',
  'receipt',
  'receipts',
] as const;

/**
 * The page's API; nothing it is given can throw into the caller, and its promises do not reject.
 * `withDeciding` runs with the deciding half as soon as it is loaded, and never rejects.
 */
export function createPageApi(
  { isAllowed, whenAllowed, status }: ConsentState,
  withDeciding: <T>(run: (deciding: Deciding) => T) => Promise<T | void>,
  onError: (error: unknown) => void,
): PageApi {
  const api: Record<string, unknown> & Pick<PageApi, 'push'> = {
    isAllowed,
    whenAllowed,
    status,
    on(event: PageEvent, listener: (detail?: unknown) => void) {
      const call = ({ detail }: Event & { detail?: unknown }) => listener(detail);
      document.addEventListener(`consentry:${event}`, call);
      // Whoever holds this object comes after the event.
      if (event === 'ready') api.push(listener);
      return () => document.removeEventListener(`consentry:${event}`, call);
    },
    push(...fns) {
      for (const fn of fns) guarded(() => fn(api as unknown as PageApi), onError);
    },
    version: VERSION,
  };
  for (const name of DECIDING) {
    api[name] = async (...args: unknown[]) =>
      (await withDeciding(({ api }) => (api[name] as (...args: unknown[]) => unknown)(...args))) ??
      (name === 'receipts' ? [] : undefined);
  }
  return api as unknown as PageApi;
}
