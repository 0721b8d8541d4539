import type { ConsentState, TabChannel } from '@consentry/core';
import type { createScriptPolicy } from '@consentry/gate';
import type { Guard } from '@consentry/gate/guard';
import type { Banner, Preferences, WidgetHost } from '@consentry/widget';
import type { FileLoader, LazyFile } from './file-loader.js';
import type { DecidingApi } from './page-api.js';

/** What the boot gives to the file that asks. */
export interface AskHost {
  readonly state: ConsentState;
  /** The other tabs of this site. */
  readonly tabs: TabChannel;
  /** Id of the site. */
  readonly site: string;
  /** Where records go; absent when the site keeps none. */
  readonly endpoint: string | undefined;
  /** Nonce of the page's policy, or nothing. */
  readonly nonce: string;
  readonly load: FileLoader;
  /** The language to speak on this page. */
  readonly language: string;
  /** That file itself. */
  readonly ask: LazyFile;
  readonly onError: (error: unknown) => void;
}

/** What the boot gives to the file that releases. */
export interface ReleaseHost {
  readonly state: ConsentState;
  readonly guard: Guard | undefined;
  /** Runs with what asks and decides, once that is loaded; for visitors who want to change something. */
  readonly withDeciding: (run: (deciding: Deciding) => unknown) => void;
  readonly policy: ReturnType<typeof createScriptPolicy>;
  /** Nonce of the page's policy, or nothing. */
  readonly nonce: string;
  readonly onError: (error: unknown) => void;
}

/** What the file that releases delivers; answers with the channel to the other tabs, of which a page has one. */
export type ReleasePart = (host: ReleaseHost) => TabChannel;

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
