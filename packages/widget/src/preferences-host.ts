import type { DecisionStatus } from '@consentry/core';
import type { PreferencesContent } from './content.js';
import type { FaceStyle } from './style/index.js';
import type { WidgetHost } from './widget-host.js';

/** One of the visitor's earlier decisions. */
export interface PastDecision {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What stood after it, by purpose and vendor id. */
  readonly statuses: Readonly<Record<string, DecisionStatus>>;
  /** Gives the visitor its receipt as a file. */
  readonly download: () => void;
}

/** The languages that the visitor can switch to. */
export interface LanguageChoice {
  /** BCP 47 tags. */
  readonly available: readonly string[];
  /** Resolves with the content in one of them; rejects when it does not arrive, and nothing changes. */
  readonly load: (language: string) => Promise<PreferencesContent>;
}

/** Options of the preferences, as a dialog or in a place of the page. */
export interface PreferencesHost extends WidgetHost {
  readonly content: PreferencesContent;
  /** Made by `preferencesStyle`. */
  readonly style: FaceStyle;
  /** The visitor's earlier decisions, latest first; without it none are shown, and no receipt is offered. */
  readonly history?: () => readonly PastDecision[];
  /** Without it there is no list of languages. */
  readonly languages?: LanguageChoice;
  /** Told when another language does not arrive. @default nobody */
  readonly onError?: (error: unknown) => void;
}
