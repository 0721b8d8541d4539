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
  /** The language to speak on this page. */
  readonly language: string;
  /** The banner's file in that language. */
  readonly banner: LazyFile;
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

/** What the banner's file delivers. Mounting may take time where the content is only made in the page. */
export type BannerPart = (
  host: WidgetHost & { openPreferences(opener?: HTMLElement): void },
) => Banner | Promise<Banner>;

/** What the preferences' file delivers. `receipts` is absent where the site keeps none. */
export type PreferencesPart = (
  host: WidgetHost & { receipts?: () => readonly unknown[]; onError(error: unknown): void },
) => Preferences | Promise<Preferences>;
