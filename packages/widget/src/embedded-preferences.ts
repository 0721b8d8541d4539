import type { PreferencesHost } from './preferences-host.js';
import { createPreferencesView } from './preferences-view.js';
import { createSurface } from './surface.js';

/**
 * The preferences in a place of the page, which they fill: always open, with nothing to close. Returns the way to stop
 * listening; the place keeps what it shows.
 */
export function embedPreferences(host: PreferencesHost, place: HTMLElement): () => void {
  const surface = createSurface(host, place.localName, 'section', place);
  // Told from the dialog, which has the same name.
  place.setAttribute('place', '');
  // A part of the page, beside a banner that may be called the same.
  surface.face.setAttribute('role', 'group');
  const view = createPreferencesView(host, surface);
  view.draw();
  return host.manager.$consent.listen(view.draw);
}
