import { MARK } from '../marks.js';

/** A frame that waits for its address until all ids are allowed, with the title and the size of the element it is for. */
export function markFrame(
  document: Document,
  ids: readonly string[],
  address: string,
  place: Element,
): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  for (const name of ['title', 'width', 'height']) {
    const value = place.getAttribute(name) ?? place.getAttribute(`data-${name}`);
    if (value) frame.setAttribute(name, value);
  }
  frame.allowFullscreen = true;
  frame.setAttribute(`${MARK}-src`, address);
  frame.setAttribute(MARK, ids.join(' '));
  return frame;
}
