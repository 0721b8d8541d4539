import type { ConsentManager, ConsentState } from '@consentry/core';
import type { StorageItem } from '@consentry/gate';
import type { Banner, Preferences, WidgetHost } from '@consentry/widget';
import type { FileLoader, LazyFile } from './file-loader.js';

/** What the boot gives to the file that takes decisions. */
export interface DecideHost {
  readonly state: ConsentState;
  /** Id of the site. */
  readonly site: string;
  /** Where records go; absent when the site keeps none. */
  readonly endpoint: string | undefined;
  /** Nonce of the page's policy, or nothing. */
  readonly nonce: string;
  readonly load: FileLoader;
  /** The banner's file in the language of this page. */
  loadBanner(): Promise<BannerPart>;
  readonly onError: (error: unknown) => void;
}

/** What a visitor needs who changes something: the widget, deciding, recording and cleaning up. */
export interface Deciding {
  readonly manager: ConsentManager;
  showBanner(): Promise<void>;
  openPreferences(opener?: Element | null): Promise<void>;
  removeStorage(items: readonly StorageItem[]): void;
  /** The receipts this browser keeps, latest first. */
  receipts(): readonly unknown[];
}

/** What the file that takes decisions delivers. */
export type DecidePart = (host: DecideHost) => Deciding;

/** What the banner's file delivers: the banner, and where the preferences of its language are. */
export interface BannerPart {
  mount(host: WidgetHost & { openPreferences(opener?: HTMLElement): void }): Banner;
  readonly preferences: LazyFile;
}

/** What the preferences' file delivers. `receipts` is absent where the site keeps none. */
export type PreferencesPart = (
  host: WidgetHost & { receipts?: () => readonly unknown[]; onError(error: unknown): void },
) => Preferences;
