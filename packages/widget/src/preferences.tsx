import type { PreferencesHost } from './preferences-host.js';
import { createPreferencesView } from './preferences-view.js';
import { createSurface } from './surface.js';

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
  const { manager, document } = host;
  const surface = createSurface(host, 'consentry-preferences', 'dialog');
  const { element, face, draw } = surface;
  let returnFocus: Element | null | undefined;
  const close = () => face.close();
  const view = createPreferencesView(host, surface, close);
  // Also what Escape and the system's back gesture end in.
  face.addEventListener('close', () => {
    if (face.open) return;
    element.removeAttribute('open');
    (returnFocus as HTMLElement | undefined)?.focus();
  });
  // Another tab may decide while the dialog is open; what was turned here stays as it is.
  const stop = manager.$consent.listen(() => {
    if (face.open) view.draw();
  });
  return {
    element,
    open(opener) {
      // Still marked open when the page removed the element with the dialog in it.
      if (face.open) close();
      returnFocus = opener;
      view.reset();
      view.draw();
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
