import type { PageHost, Placing } from './parts.js';

/** Withheld frames, and the elements by which a page says where something of ours belongs. */
const PLACES =
  'iframe[data-consentry]:not([src],[srcdoc]),[data-consentry-embed]:empty,' +
  'consentry-preferences:not([place],[open]),consentry-button:not([data-consentry-open])';

/**
 * Loads what draws placeholders, buttons and embedded preferences as soon as there is a place for one, and tells it of
 * each, however it got into the page. An animation that moves nothing begins for each of them: that asks nothing of
 * whatever else is inserted.
 */
export function followPlaces({ load, onError }: PageHost): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@keyframes consentry{to{order:0}}${PLACES}{animation:consentry 1ms!important}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    return; // Safari before 16.4: what is withheld stays blank
  }
  document.addEventListener('animationstart', ({ animationName, target }) => {
    if (animationName !== 'consentry') return;
    load<Placing>('embeds')
      .then((place) => place(target as HTMLElement))
      .catch(onError);
  });
}
