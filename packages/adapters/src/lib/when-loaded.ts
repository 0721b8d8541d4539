import type { PageWindow } from './page-window.js';

/**
 * Calls `run` with what a script has put on `window` under `name`, once it has loaded. Not at all when there is nothing
 * under that name: a blocker may have answered in the vendor's place, and that must not break the page.
 */
export function whenLoaded<T>(
  script: HTMLScriptElement,
  window: PageWindow,
  name: string,
  run: (made: T) => void,
): void {
  script.addEventListener('load', () => {
    if (window[name]) run(window[name] as T);
  });
}
