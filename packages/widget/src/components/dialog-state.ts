import type { ConsentSnapshot } from '@consentry/core';
import type { PreferencesContent } from '../content.js';
import type { Switches } from '../switches.js';

/** What the parts of the dialog are drawn from, and what they may do. */
export interface DialogState {
  readonly content: PreferencesContent;
  readonly consent: ConsentSnapshot;
  readonly switches: Switches;
  /** Keys of the vendors that are unfolded. */
  readonly unfolded: Set<string>;
  redraw(): void;
}
