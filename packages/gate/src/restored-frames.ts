/**
 * Loads anew the frames that a browser has brought back empty: after a reload Firefox restores what a frame showed
 * before it, and that was nothing, because it was withheld.
 */
export function reloadEmptyFrames(window: Window): void {
  // In others, a frame that is still empty is one that is still on its way.
  if (!('mozInnerScreenX' in window)) return;
  const { document } = window;
  for (const frame of document.querySelectorAll('iframe')) {
    const name = frame.srcdoc ? 'srcdoc' : 'src';
    const wanted = frame.getAttribute(name);
    if (!wanted || /^(about|javascript):/i.test(wanted) || frame.contentDocument?.URL !== 'about:blank')
      continue;
    frame.removeAttribute(name);
    frame.setAttribute(name, wanted);
  }
}
