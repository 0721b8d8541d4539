import type { DecisionContext } from '@consentry/core';
import { h } from 'preact';
import { DialogContent } from './components/dialog-content.js';
import type { PreferencesContent } from './content.js';
import { preferencesCss, preferencesPageCss } from './preferences-css.js';
import { createSurface } from './surface.js';
import { createSwitches } from './switches.js';
import type { WidgetHost } from './widget-host.js';

/** Options of {@link mountPreferences}. */
export interface PreferencesHost extends WidgetHost {
  readonly content: PreferencesContent;
  /** Gives the visitor the latest receipt; without it the dialog offers none. */
  readonly downloadReceipt?: () => void;
}

/** A mounted preferences dialog. */
export interface Preferences {
  /** The custom-named element in the page; in it an open shadow root. */
  readonly element: HTMLElement;
  /** Opens the dialog with its switches as things stand; focus returns to `opener` afterwards. */
  open(opener?: Element | null): void;
  /** Closes it without deciding anything; switches that were turned are forgotten. */
  close(): void;
  /** Takes it away for good and stops listening. */
  destroy(): void;
}

/**
 * The preferences dialog, closed at first. Deny, save and allow decide, say so politely, and close;
 * closing in any other way decides nothing.
 */
export function mountPreferences(host: PreferencesHost): Preferences {
  const { manager, document, content, downloadReceipt, shown } = host;
  const { texts, language } = content;
  const { element, face, draw } = createSurface(
    host,
    'consentry-preferences',
    'dialog',
    preferencesCss,
    preferencesPageCss,
  );
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.lang = language;
  face.after(status);

  const context: DecisionContext = { via: 'preferences', language, shown };
  const switches = createSwitches(content, manager.$consent.get);
  const unfolded = new Set<string>();
  let returnFocus: Element | null | undefined;

  const close = () => face.close();
  const decideBy = (decide: () => void) => () => {
    decide();
    close();
    status.textContent = manager.$consent.get().unsaved ? texts.unsaved : texts.saved;
  };
  const acts = {
    deny: decideBy(() => manager.deny(undefined, context)),
    allow: decideBy(() => manager.grant(undefined, context)),
    save: decideBy(() => manager.decide(switches.choices(), context)),
    close,
    downloadReceipt,
  };
  const redraw = () => {
    const state = { content, consent: manager.$consent.get(), switches, unfolded, redraw };
    draw(<DialogContent state={state} acts={acts} />);
  };
  // Also what Escape and the system's back gesture end in.
  face.addEventListener('close', () => {
    if (face.open) return;
    element.removeAttribute('open');
    (returnFocus as HTMLElement | undefined)?.focus();
  });
  // Another tab may decide while the dialog is open; what was turned here stays as it is.
  const stop = manager.$consent.listen(() => {
    if (face.open) redraw();
  });
  return {
    element,
    open(opener) {
      // Still marked open when the page removed the element with the dialog in it.
      if (face.open) close();
      returnFocus = opener;
      switches.reset();
      status.textContent = '';
      redraw();
      const { innerWidth = 0 } = document.defaultView ?? {};
      element.setAttribute('open', innerWidth > document.documentElement.clientWidth ? 'gutter' : '');
      face.showModal();
      face.querySelector('h2')?.focus();
    },
    close,
    destroy() {
      stop();
      close();
      draw('');
    },
  };
}
