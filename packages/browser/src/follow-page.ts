/** Keeps up with what happens to a page: it comes back from the back-forward cache, or from behind other tabs. */
export function followPage(refresh: () => void): void {
  window.addEventListener('pageshow', refresh);
  document.addEventListener('visibilitychange', refresh);
}

/** Opens the preferences for whoever uses a button or link of the page's own for that. */
export function followOpeners(openPreferences: (opener: Element) => void): void {
  document.addEventListener('click', (event) => {
    const opener = (event.target as Element | null)?.closest?.('[data-consentry-open]');
    if (opener) {
      event.preventDefault();
      openPreferences(opener);
    }
  });
}
