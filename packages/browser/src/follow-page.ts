/**
 * Keeps up with what happens to a page: it comes back from the back-forward cache or from behind other
 * tabs, and the visitor uses one of its own buttons or links to open the preferences.
 */
export function followPage(refresh: () => void, openPreferences: (opener: Element) => void): void {
  const look = () => {
    if (document.visibilityState === 'visible') refresh();
  };
  window.addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', look);
  document.addEventListener('click', (event) => {
    const opener = (event.target as Element | null)?.closest?.('[data-consentry-open="preferences"]');
    if (opener) {
      event.preventDefault();
      openPreferences(opener);
    }
  });
}
