/**
 * Opens a banner before which the page waits. Escape does not answer it, so it does not close it either; and whatever
 * hides it (a blocker, a style of the page) opens the page again.
 */
export function openModal(face: HTMLDialogElement): void {
  const { host } = face.parentNode as ShadowRoot;
  // One that the page has taken out and put back is open, and in nobody's way.
  if (face.matches(':modal')) return;
  face.close();
  face.oncancel = (event) => event.preventDefault();
  // Chromium asks only visitors who have touched the page before it closes a dialog.
  face.onkeydown = (event) => {
    if (event.key === 'Escape') event.preventDefault();
  };
  face.onclose = () => host.removeAttribute('open');
  host.setAttribute('open', '');
  face.showModal();
  const title = face.querySelector('h2');
  if (title) title.tabIndex = -1;
  title?.focus();
  new ResizeObserver(() => {
    if (!face.offsetHeight) face.close();
  }).observe(face);
}
