/**
 * Opens a banner before which the page waits. Escape does not answer it, so it does not close it either; and whatever
 * hides it (a blocker, a style of the page) opens the page again.
 */
export function openModal(face: HTMLDialogElement): void {
  if (face.open) return;
  face.showModal();
  (face.parentNode as ShadowRoot).host.setAttribute('open', '');
  face.querySelector('h2')?.focus();
}
