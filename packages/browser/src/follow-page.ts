/**
 * Keeps up with what happens to a page: it comes back from the back-forward cache or from behind other
 * tabs, and the visitor uses one of its own buttons or links to open the preferences.
 */
export function followPage(refresh: () => void, openPreferences: (opener: Element) => void): void {
  window.addEventListener('pageshow', refresh);
  document.addEventListener('visibilitychange', refresh);
  document.addEventListener('click', (event) => {
    const opener = (event.target as Element | null)?.closest?.('[data-consentry-open]');
    if (opener) {
      event.preventDefault();
      openPreferences(opener);
    }
  });
}
