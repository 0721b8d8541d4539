import type { ConsentState, TabChannel } from '@consentry/core';
import type { createScriptPolicy } from '@consentry/gate';
import type { Guard } from '@consentry/gate/guard';
import type { Banner, Preferences, WidgetHost } from '@consentry/widget';
import type { FileLoader, LazyFile } from './file-loader.js';
import type { DecidingApi } from './page-api.js';

/** What the boot gives to the file that releases. */
export interface ReleaseHost {
  readonly state: ConsentState;
  /** For whatever releases: it hears of nothing more when the page is about to be loaded again. */
  readonly released: ConsentState;
  readonly guard: Guard | undefined;
  readonly policy: ReturnType<typeof createScriptPolicy>;
  /** Nonce of the page's policy, or nothing. */
  readonly nonce: string;
  readonly load: FileLoader;
  /** Id of the site. */
  readonly site: string;
  /** Where records go; absent when the site keeps none. */
  readonly endpoint: string | undefined;
  readonly onError: (error: unknown) => void;
}

/** What that file gives to the one that asks. */
export interface AskHost extends ReleaseHost {
  /** The other tabs of this site. */
  readonly tabs: TabChannel;
  /** The language to speak on this page. */
  readonly language: string;
  /** The file that asks in that language: itself. */
  readonly ask: LazyFile;
}

/** What the boot has of the file that releases. */
export interface Releasing {
  /** Runs with what asks and decides, which is loaded for it. Rejects when that does not arrive. */
  withDeciding<T>(run: (deciding: Deciding) => T): Promise<T>;
}

/** What the file that releases delivers. */
export type ReleasePart = (host: ReleaseHost) => Releasing;

/** Hash of the file that asks, in each language, the first being the site's default. */
export type AskHashes = Readonly<Record<string, string>>;

/** What a visitor needs who changes something: the widget, deciding and recording. */
export interface Deciding {
  /** What it adds to the page's API. */
  readonly api: DecidingApi;
  /** Opens the preferences; focus goes back to the opener. */
  openPreferences(opener?: Element | null): Promise<void>;
}

/** What the file that asks delivers. */
export type AskPart = (host: AskHost) => Deciding;

/** Puts the banner into the page. It may take time where the content is only made there. */
export type MountBanner = (
  host: WidgetHost & { openPreferences(opener?: HTMLElement): void },
) => Banner | Promise<Banner>;

/** What the preferences' file delivers. `receipts` is absent where the site keeps none. */
export type PreferencesPart = (
  host: WidgetHost & { receipts?: () => readonly unknown[]; onError(error: unknown): void },
) => Preferences | Promise<Preferences>;
