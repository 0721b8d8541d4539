import type { ConsentControls } from '@consentry/core';

/** What a face needs from the page it is mounted in. */
export interface WidgetHost {
  readonly manager: ConsentControls;
  readonly document: Document;
  /** Hash of what is shown, for the record; goes into every decision made here. */
  readonly shown?: string | undefined;
  /** Nonce of the page's policy; only browsers without constructable style sheets need it (Safari before 16.4). */
  readonly nonce?: string;
}
