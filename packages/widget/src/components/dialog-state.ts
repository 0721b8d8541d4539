import type { ConsentSnapshot } from '@consentry/core';
import type { PreferencesContent } from '../content.js';
import type { LanguageChoice, PastDecision } from '../preferences-host.js';
import type { Switches } from '../switches.js';

/** What the parts of the preferences are drawn from, and what they may do. */
export interface DialogState {
  readonly content: PreferencesContent;
  readonly consent: ConsentSnapshot;
  readonly switches: Switches;
  /** Keys of the vendors that are unfolded. */
  readonly unfolded: Set<string>;
  /** What is searched for, in lower case; empty for everything. */
  readonly query: string;
  /** Latest first. */
  readonly history: readonly PastDecision[];
  readonly languages: LanguageChoice | undefined;
  readonly acts: DialogActs;
  redraw(): void;
}

/** What the buttons and fields of the preferences do. */
export interface DialogActs {
  deny(): void;
  allow(): void;
  save(): void;
  /** Absent where there is nothing to close. */
  readonly close: (() => void) | undefined;
  search(query: string): void;
  speak(language: string): void;
}
