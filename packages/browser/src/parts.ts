import type { ConsentControls, ConsentState, TabChannel } from '@consentry/core';
import type { createScriptPolicy } from '@consentry/gate';
import type { Guard } from '@consentry/gate/guard';
import type { Preferences, WidgetHost } from '@consentry/widget';
import type { ContentFiles } from './fetch-content.js';
import type { FileLoader, LazyFiles } from './file-loader.js';
import type { DecidingApi } from './page-api.js';

/** What the boot knows of its page, and every file that it loads finds. */
export interface PageHost {
  readonly state: ConsentState;
  /** For whatever releases: it hears of nothing more when the page is about to be loaded again. */
  readonly released: ConsentState;
  readonly guard: Guard | undefined;
  readonly policy: ReturnType<typeof createScriptPolicy>;
  /** Nonce of the page's policy, or nothing. */
  readonly nonce: string;
  /** Address that the files are beside. */
  readonly base: string;
  readonly load: FileLoader;
  /** Id of the site. */
  readonly id: string;
  /** Where records go; absent when the site keeps none. */
  readonly endpoint?: string;
  readonly onError: (error: unknown) => void;
  /** The files there are; each adds what only it asks for. */
  readonly files: LazyFiles;
  /** Runs with what decides, which is loaded for it. Never rejects: a failure is reported, and answers nothing. */
  withDeciding<T>(run: (deciding: Deciding) => T): Promise<T | void>;
  /** What one file leaves for another. */
  readonly shared: Shared;
}

/** Fetches what a face shows, in the language to speak. */
export type FetchContent = <Content>(face: string, files: ContentFiles) => Promise<Content>;

/** What one file leaves for another. */
export interface Shared {
  /** Preact, left by the banner's file for the preferences. */
  preact?: object;
  /** The other tabs of this site, left by the file that releases. */
  tabs?: TabChannel;
  /** The language that the visitor has chosen on this page. */
  language?: string;
  /** The page's own config, in the build for everybody. */
  readonly config?: object;
  /** Left by the file that releases, for the faces that come after it. */
  fetchContent?: FetchContent;
  /** Loads a withheld element for this once, left by the file that releases. */
  releaseOnce?: (element: Element) => void;
  /** Hash of what was shown, by face and language (`"banner.ja"`), where it is only known in the page. */
  shown?: Record<string, string | undefined>;
}

/** What the file that releases brings. */
export interface Releasing {
  /** Runs with what decides, which is loaded for it. Rejects when that does not arrive. */
  withDeciding<T>(run: (deciding: Deciding) => T): Promise<T>;
}

/** What the banner's file brings. */
export interface Asking {
  /** Shows the banner, if there is something to ask. Resolves when it is there. */
  show(): Promise<void>;
}

/** What the file of placeholders and buttons brings: draws what belongs into a withheld frame, or a place of the page. */
export type Placing = (target: HTMLElement) => Promise<void>;

/** What the file that decides brings: it changes something, records it, and opens the preferences. */
export interface Deciding {
  /** What it adds to the page's API. */
  readonly api: DecidingApi;
  /** The page's consent with its deciding half. */
  readonly manager: ConsentControls;
  /** Opens the preferences; focus goes back to the opener. */
  openPreferences(opener?: Element | null): Promise<void>;
  /** Draws the preferences into an element of the page. */
  embedPreferences(place: HTMLElement): Promise<void>;
}

/** What the preferences' file brings. `receipts` is absent where the site keeps none. */
export type PreferencesPart = (
  host: WidgetHost & { receipts?: () => readonly unknown[] },
) => Promise<Preferences & { embed(place: HTMLElement): void }>;
