/** Attributes of a frame that an adapter puts into the page. */
export interface FrameOptions {
  readonly src: string;
  /** Accessible name of the frame. */
  readonly title: string;
  /** CSS selector of the element that takes the frame. */
  readonly target: string;
  /** Height in CSS pixels. */
  readonly height?: number;
}

/**
 * Puts a frame into the first element that matches, as soon as there is one. Returns the way to take it
 * out again (or to stop waiting for its place).
 */
export function placeFrame(document: Document, { src, title, target, height }: FrameOptions): () => void {
  const frame = document.createElement('iframe');
  frame.src = src;
  frame.title = title;
  frame.width = '100%';
  if (height) frame.height = `${height}`;
  const place = () => document.querySelector(target)?.append(frame);
  place();
  // The script runs in the head: the place is usually not there yet.
  const waiting = () => {
    if (!frame.isConnected) place();
  };
  document.addEventListener('DOMContentLoaded', waiting);
  return () => {
    document.removeEventListener('DOMContentLoaded', waiting);
    frame.remove();
  };
}
