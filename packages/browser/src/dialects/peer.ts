import type { ConsentState } from '@consentry/core';
import type { Markup, TranslationOptions } from '@consentry/gate/dialect';

/** What a visitor has told another consent manager. */
export interface StoredAnswers {
  /** Yes or no by the name of a category or service; what is not here was not answered. */
  readonly answers: Readonly<Record<string, boolean>>;
  /** When, in milliseconds since 1970; absent where the other one does not keep it. */
  readonly at?: number;
}

/** What one site's config says of how it was set up. */
export interface PeerSettings {
  /** Every name of a category or service that counts, with the purposes and vendors it stands for here. */
  readonly categories: ReadonlyMap<string, readonly string[]>;
  /** Revision of the other one's own notice; answers to another one do not count. */
  readonly revision?: number | undefined;
}

/** What a peer needs to answer the calls of its pages. */
export interface PeerPage extends Pick<TranslationOptions, 'idsOf' | 'policy'> {
  readonly state: Pick<ConsentState, '$consent' | 'isAllowed'>;
  /** Nonce of the page's policy, or nothing. */
  readonly nonce: string;
  readonly onError: (error: unknown) => void;
}

/** A consent manager whose pages are understood: what it marks, and what it stores. */
export interface Peer {
  /** Elements that it has marked, each changed in its place. */
  readonly markup?: Markup;
  /** `<template>` elements whose content waits in them. */
  readonly templates?: Pick<Markup, 'selector' | 'namesOn'>;
  /** Puts in place what its pages call, where they do. */
  readonly open?: (page: PeerPage) => void;
  /** Name of its cookie or storage key, unless a site has changed it. */
  readonly storedName: string;
  /**
   * Reads what it has stored, which may be anything, at `now` (milliseconds since 1970). `read` answers the text under a
   * name. Answers nothing where that is not certainly the visitor's own act, or has expired by the other one's rule.
   */
  readonly readStored: (
    read: (name?: string) => string | undefined,
    settings: PeerSettings,
    now: number,
  ) => StoredAnswers | undefined;
}
